package io.argus.evaluation.significance;

import io.argus.evaluation.metric.TailRisk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Numbers from the papers, recomputed to more digits in docs/methods.md, section 2. */
class PublishedSignificanceTest {

    @Test
    void deflatedSharpeRatioOfBaileyAndLopezDePrado2014() {
        double threshold = Math.sqrt(0.5 / 250) * MaximumOfNormals.expectation(100);
        assertThat(threshold).isCloseTo(0.11317200186513214, within(1e-12));
        assertThat(ProbabilisticSharpe.classic2012(-3, 10).probability(2.5 / Math.sqrt(250), threshold, 1250))
                .hasValueCloseTo(0.9003968344493903, within(1e-12));
    }

    @Test
    void probabilisticSharpeRatioOfBaileyAndLopezDePrado2012() {
        assertThat(ProbabilisticSharpe.classic2012(-2.448, 10.164).probability(0.458, 0, 24))
                .hasValueCloseTo(0.913361083860933, within(1e-12));
    }

    @Test
    void minimumTrackRecordOfBaileyAndLopezDePrado2012() {
        double years = ProbabilisticSharpe.classic2012(0, 3)
                        .minimumTrackRecord(2 / Math.sqrt(250), 1 / Math.sqrt(250), 0.05)
                        .orElseThrow()
                / 250;
        assertThat(years).isCloseTo(2.731187801728176, within(1e-10));
    }

    @Test
    void theFormOf2025() {
        double sharpe = 0.036 / 0.079;
        ProbabilisticSharpe single = ProbabilisticSharpe.null2025(-2.448, 10.164, 0, 1);
        assertThat(single.probability(sharpe, 0, 24)).hasValueCloseTo(0.98720726, within(1e-8));
        assertThat(single.minimumTrackRecord(sharpe, 0, 0.05)).hasValueCloseTo(13.02877832, within(1e-7));
        double threshold = Math.sqrt(0.1) * MaximumOfNormals.expectation(10);
        assertThat(ProbabilisticSharpe.null2025(-2.448, 10.164, 0, 10).probability(sharpe, threshold, 24))
                .hasValueCloseTo(0.41636030, within(1e-7));
        assertThat(MaximumOfNormals.variance(10)).isCloseTo(0.34434382, within(1e-8));
    }

    @Test
    void oneTrialIsNoSelection() {
        assertThat(MaximumOfNormals.expectation(1)).isZero();
    }

    /** The approximation leaves the range of what it approximates where fewer than two are counted. */
    @Test
    void moreTrialsNeverExpectALowerMaximum() {
        double before = 0;
        for (double count = 1; count < 20; count += 0.01) {
            double expected = MaximumOfNormals.expectation(count);
            assertThat(expected).as("of %s", count).isGreaterThanOrEqualTo(before);
            before = expected;
        }
        assertThatThrownBy(() -> MaximumOfNormals.variance(0)).hasMessage("at least one: 0");
    }

    @Test
    void expectedShortfallWeighsTheBoundary() {
        double[] returns = {0.1, -0.5, -0.3, 0.8};
        assertThat(TailRisk.conditionalValueAtRisk(returns, 0.05)).hasValueCloseTo(0.5, within(1e-15));
        assertThat(TailRisk.conditionalValueAtRisk(returns, 0.4)).hasValueCloseTo(0.425, within(1e-15));
    }
}
