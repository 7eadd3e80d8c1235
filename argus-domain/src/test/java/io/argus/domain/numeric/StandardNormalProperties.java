package io.argus.domain.numeric;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StandardNormalProperties {

    private static final NormalDistribution REFERENCE = new NormalDistribution();

    @Property
    void cumulativeAgreesWithTheReference(@ForAll("values") double x) {
        double expected = 0.5 * Erf.erfc(-x / Math.sqrt(2));
        // The reference rounds its argument, which costs x² units in the last place.
        assertThat(StandardNormal.cumulative(x)).isCloseTo(expected, within(1e-14 * (1 + x * x) * expected));
    }

    @Property
    void densityAgreesWithTheReference(@ForAll("values") double x) {
        double expected = REFERENCE.density(x);
        assertThat(StandardNormal.density(x)).isCloseTo(expected, within(1e-15 * (2 + x * x) * expected));
    }

    @Property
    void quantileAgreesWithTheReference(
            @ForAll @DoubleRange(min = 1e-9, max = 1 - 1e-9) @Scale(12) double probability) {
        assertThat(StandardNormal.quantile(probability))
                .isCloseTo(REFERENCE.inverseCumulativeProbability(probability), within(1e-7));
    }

    @Property
    void quantileUndoesCumulative(@ForAll @DoubleRange(min = -37, max = 5) @Scale(6) double x) {
        // To the right the probability is near 1 and has lost what tells the values apart.
        double resolution = Math.ulp(StandardNormal.cumulative(x)) / StandardNormal.density(x);
        assertThat(StandardNormal.quantile(StandardNormal.cumulative(x)))
                .isCloseTo(x, within(1e-14 * (1 + Math.abs(x)) + 2 * resolution));
    }

    @Property
    void cumulativeUndoesQuantile(@ForAll("probabilities") double probability) {
        double x = StandardNormal.quantile(probability);
        assertThat(StandardNormal.cumulative(x)).isCloseTo(probability, within(1e-15 * (4 + x * x) * probability));
    }

    @Property
    void cumulativeIsSymmetricAndRises(@ForAll("values") double x, @ForAll("values") double y) {
        assertThat(StandardNormal.cumulative(x) + StandardNormal.cumulative(-x)).isCloseTo(1, within(3e-16));
        if (y - x > 1e-12) {
            assertThat(StandardNormal.cumulative(y)).isGreaterThanOrEqualTo(StandardNormal.cumulative(x));
        }
        assertThat(StandardNormal.density(-x)).isEqualTo(StandardNormal.density(x));
    }

    @Property
    void quantileIsSymmetric(@ForAll @DoubleRange(min = 0.5, max = 0.999999) @Scale(9) double probability) {
        // From one half up the complement is exact.
        assertThat(StandardNormal.quantile(1 - probability) + StandardNormal.quantile(probability))
                .isZero();
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.doubles().between(-37, 37).ofScale(6);
    }

    @Provide
    Arbitrary<Double> probabilities() {
        return Arbitraries.doubles().between(-300, -1e-6).ofScale(6).map(exponent -> Math.pow(10, exponent));
    }
}
