package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.ResamplingMethod;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class FourPathsProperties {

    @Provide
    Arbitrary<double[]> series() {
        return Series.returns(2, 120);
    }

    /** Bit for bit; large returns ruin many paths, some with a factor below zero. */
    @Property(tries = 300)
    void eachIsWhatItIsAlone(
            @ForAll("series") double[] series,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 1, max = 50) double scale,
            @ForAll @DoubleRange(min = 0, max = 0.95) double ruinLevel,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 1, max = 10) int stops) {
        int rows = series.length;
        double[] growth = new double[2 * rows];
        Arrays.setAll(growth, i -> 1 + scale * series[i % rows]);
        BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, rows, 1 + share * (rows - 1));
        RandomStreams streams = new RandomStreams(seed);
        FourPaths four = new FourPaths(bootstrap, growth, ruinLevel);
        four.draw(streams, 40);
        four.advance(0, rows);
        four.draw(streams, 8);
        Alone[] alone = new Alone[FourPaths.SIZE];
        Arrays.setAll(alone, path -> new Alone(bootstrap, streams, 8 + path));
        for (int stop = 0; stop < stops; stop++) {
            int from = rows * stop / stops;
            int to = rows * (stop + 1) / stops;
            four.advance(from, to);
            for (int path = 0; path < alone.length; path++) {
                alone[path].advance(growth, ruinLevel, from, to);
                assertThat(four.equity(path)).isEqualTo(alone[path].equity);
                assertThat(four.drawdown(path)).isEqualTo(1 - alone[path].least);
                assertThat(four.ruined(path)).isEqualTo(alone[path].ruined);
            }
        }
    }

    /** One path, a period after the other. */
    private static final class Alone {

        private final int[] rows;
        private double equity = 1;
        private double left = 1;
        private double least = 1;
        private boolean ruined;

        Alone(BlockBootstrap bootstrap, RandomStreams streams, int path) {
            rows = new int[bootstrap.rows()];
            bootstrap.indices(streams.stream(path), rows);
        }

        void advance(double[] growth, double ruinLevel, int from, int to) {
            for (int period = from; period < to && !ruined; period++) {
                equity *= growth[rows[period]];
                left = Math.min(1, left * growth[rows[period]]);
                least = Math.min(left, least);
                if (equity <= ruinLevel) {
                    equity = Math.max(0, equity);
                    least = Math.max(0, least);
                    ruined = true;
                }
            }
        }
    }
}
