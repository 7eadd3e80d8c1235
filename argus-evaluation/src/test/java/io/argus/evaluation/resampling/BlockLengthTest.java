package io.argus.evaluation.resampling;

import io.argus.evaluation.testing.Series;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlockLengthTest {

    /** The lengths that {@code optimal_block_length} of the Python package arch 8.0.0 gives for the same series. */
    @ParameterizedTest
    @CsvSource({
        "1000, 1, 0.5, 10.706444569611238, 12.255819585941762",
        "1000, 2, 0, 0.4358616331764457, 0.4989370192796333",
        "250, 3, 0.9, 19.340157777594403, 22.13895406124091",
        "60, 4, -0.4, 7.044073343124925, 8.063451081465365",
        "500, 5, 0.97, 37.36259901142823, 42.769499227190934"
    })
    void agreesWithAnIndependentProgram(int length, long seed, double phi, double stationary, double circular) {
        BlockLength found = BlockLength.of(Series.repeatable(length, seed, phi));
        assertThat(found.stationary()).isCloseTo(stationary, within(1e-9));
        assertThat(found.circular()).isCloseTo(circular, within(1e-9));
    }

    @Test
    void neitherScaleNorLevelMatter() {
        double[] series = Series.repeatable(300, 9, 0.6);
        double[] other = Arrays.stream(series).map(value -> 3 - 1000 * value).toArray();
        assertThat(BlockLength.of(other).stationary())
                .isCloseTo(BlockLength.of(series).stationary(), within(1e-8));
    }

    @Test
    void aShortOrConstantSeriesHasBlocksOfOne() {
        assertThat(BlockLength.of(new double[] {0.01})).isEqualTo(new BlockLength(1, 1));
        assertThat(BlockLength.of(new double[] {0.01, 0.01, 0.01})).isEqualTo(new BlockLength(1, 1));
        for (int n = 2; n < 40; n++) {
            BlockLength length = BlockLength.of(Series.repeatable(n, n, 0.5));
            assertThat(length.stationary()).isBetween(0.0, Math.ceil(n / 3.0));
        }
    }

    @Test
    void severalSeriesTakeTheirMean() {
        double[] a = Series.repeatable(250, 3, 0.9);
        double[] b = Series.repeatable(250, 4, 0);
        assertThat(BlockLength.mean(List.of(a, b)).circular())
                .isCloseTo((BlockLength.of(a).circular() + BlockLength.of(b).circular()) / 2, within(1e-12));
        assertThat(BlockLength.mean(List.of())).isEqualTo(new BlockLength(1, 1));
    }
}
