package io.argus.evaluation.metric;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;

class QuantilesProperties {

    /** Spread evenly, tied, bunched with one far away, infinite, too close together or too far apart to tell a width. */
    @Provide
    Arbitrary<double[]> values() {
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1),
                Arbitraries.integers().between(-3, 3).map(i -> (double) i),
                Arbitraries.doubles().between(0, 1).map(small -> 1e-9 * small),
                Arbitraries.of(1e300, -1e308, 1e308, Double.MIN_VALUE, -0.0, Double.POSITIVE_INFINITY));
        return Arbitraries.oneOf(
                value.array(double[].class).ofMinSize(1).ofMaxSize(300),
                Arbitraries.doubles()
                        .between(-1, 1)
                        .array(double[].class)
                        .ofMinSize(1)
                        .ofMaxSize(3_000),
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, 1.0)
                        .array(double[].class)
                        .ofMinSize(1)
                        .ofMaxSize(50));
    }

    @Property(tries = 400)
    void selectingGivesWhatSortingGives(
            @ForAll("values") double[] values,
            @ForAll @DoubleRange(min = 0, max = 1) double q,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        double[] before = values.clone();
        double[] sorted = values.clone();
        Arrays.sort(sorted);

        assertThat(Quantiles.select(values, 1, q, 0, other)).isEqualTo(new double[] {
            Quantiles.ofSorted(sorted, 1),
            Quantiles.ofSorted(sorted, q),
            Quantiles.ofSorted(sorted, 0),
            Quantiles.ofSorted(sorted, other)
        });
        assertThat(values).isEqualTo(before);
    }
}
