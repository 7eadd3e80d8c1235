package io.argus.evaluation.significance;

import io.argus.domain.returns.ReturnTable;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.testing.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SharpeProperties {

    /** After just as many observations as the minimum track record, the probability is 1 - alpha. */
    @Property(tries = 100)
    void theMinimumTrackRecordIsWhereTheProbabilityIsReached(
            @ForAll @DoubleRange(min = 0.02, max = 0.6) double sharpe,
            @ForAll @DoubleRange(min = -2, max = 1) double skewness,
            @ForAll @DoubleRange(min = 0.01, max = 0.4) double alpha) {
        double kurtosis = 3 + 2 * skewness * skewness;
        for (ProbabilisticSharpe form : List.of(
                ProbabilisticSharpe.classic2012(skewness, kurtosis),
                ProbabilisticSharpe.null2025(skewness, kurtosis, 0.1, 1))) {
            double length = form.minimumTrackRecord(sharpe, 0.01, alpha).orElseThrow();
            int below = (int) Math.floor(length);
            if (below > 2) {
                assertThat(form.probability(sharpe, 0.01, below).orElseThrow()).isLessThanOrEqualTo(1 - alpha + 1e-12);
                assertThat(form.probability(sharpe, 0.01, below + 1).orElseThrow())
                        .isGreaterThanOrEqualTo(1 - alpha - 1e-12);
            }
        }
    }

    @Example
    void noTrackRecordSufficesBelowTheThreshold() {
        ProbabilisticSharpe form = ProbabilisticSharpe.classic2012(0, 3);
        assertThat(form.minimumTrackRecord(0.1, 0.1, 0.05)).isEmpty();
        assertThatThrownBy(() -> form.minimumTrackRecord(0.2, 0.1, 0.7)).hasMessageContaining("0.7");
        // Moments that do not belong together leave a negative variance, and then no figure.
        assertThat(ProbabilisticSharpe.classic2012(5, 2).probability(0.5, 0, 100))
                .isEmpty();
    }

    @Property(tries = 25)
    void figuresDependNeitherOnScaleNorOnTheOrderOfTrials(
            @ForAll @LongRange(min = 0, max = 100_000) long seed, @ForAll @IntRange(min = 2, max = 6) int trials) {
        List<double[]> returns = Series.correlated(seed, trials, 64, 0.4);
        TableSignificance found = judge(returns);
        List<double[]> scaled = returns.stream()
                .map(each -> Arrays.stream(each).map(value -> 8 * value).toArray())
                .toList();
        assertThat(judge(scaled).trials()).isEqualTo(found.trials());
        List<double[]> backwards = new ArrayList<>(returns);
        Collections.reverse(backwards);
        TableSignificance other = judge(backwards);
        assertThat(other.threshold().get()).isCloseTo(found.threshold().get(), within(1e-14));
        assertThat(other.effective().clusters()).isEqualTo(found.effective().clusters());
        assertThat(other.effective().byEffectiveRank().orElseThrow())
                .isCloseTo(found.effective().byEffectiveRank().orElseThrow(), within(1e-9));
        for (int i = 0; i < trials; i++) {
            assertThat(other.trials().get(trials - 1 - i).deflated().orElseThrow())
                    .isCloseTo(found.trials().get(i).deflated().orElseThrow(), within(1e-12));
        }
    }

    @Property(tries = 25)
    void tryingTheSameAgainRaisesTheNumberButNotTheEffectiveNumber(
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        List<double[]> returns = Series.correlated(seed, 4, 100, 0);
        List<double[]> doubled = new ArrayList<>(returns);
        returns.forEach(each -> doubled.add(each.clone()));
        assertThat(judge(doubled).trialCount()).isEqualTo(2 * judge(returns).trialCount());
        assertThat(EffectiveTrials.count(doubled)).isEqualTo(EffectiveTrials.count(returns));
        assertThat(EffectiveTrials.of(doubled).byEffectiveRank().orElseThrow())
                .isCloseTo(EffectiveTrials.of(returns).byEffectiveRank().orElseThrow(), within(1e-9));
    }

    /** Closed forms: equal correlation ρ has eigenvalues 1+(n-1)ρ and, n-1 times, 1-ρ. */
    @Example
    void estimatesOfTheNumberOfTrialsOnKnownCorrelations() {
        double[] a = {1, 1, -1, -1, 1, 1, -1, -1};
        double[] b = {1, -1, 1, -1, 1, -1, 1, -1};
        double[] c = {1, 1, 1, 1, -1, -1, -1, -1};
        EffectiveTrials independent = EffectiveTrials.of(List.of(a, b, c, new double[8]));
        assertThat(independent.clusters()).isEqualTo(3);
        assertThat(independent.byAverageCorrelation()).hasValueCloseTo(3.0, within(1e-12));
        assertThat(independent.byEffectiveRank()).hasValueCloseTo(3.0, within(1e-12));
        double[] ab = IntStream.range(0, 8).mapToDouble(i -> a[i] + b[i]).toArray();
        EffectiveTrials half = EffectiveTrials.of(List.of(a, ab));
        double rho = Math.sqrt(0.5);
        double high = (1 + rho) / 2;
        double low = (1 - rho) / 2;
        assertThat(half.clusters()).isEqualTo(1);
        assertThat(half.byAverageCorrelation()).hasValueCloseTo(rho + (1 - rho) * 2, within(1e-12));
        assertThat(half.byEffectiveRank())
                .hasValueCloseTo(Math.exp(-high * Math.log(high) - low * Math.log(low)), within(1e-12));
        assertThat(EffectiveTrials.of(List.of(new double[8])).byEffectiveRank()).isEmpty();
    }

    @Example
    void trialsOverOtherRowsAreRefused() {
        double[] shorter = Series.repeatable(50, 1, 0);
        double[] longer = Series.repeatable(60, 2, 0);
        for (List<double[]> trials : List.of(List.of(shorter, longer), List.of(longer, shorter))) {
            assertThatThrownBy(() -> EffectiveTrials.of(trials))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("trials must stand over the same rows");
        }
    }

    @Example
    void oneTrialIsNotDeflatedAndManyUnseenOnesNeedAVariance() {
        List<double[]> one = List.of(Series.shifted(Series.repeatable(100, 3, 0), 0.1));
        TableSignificance alone = judge(one);
        assertThat(alone.threshold().get()).isZero();
        assertThat(alone.trials().get(0).deflated())
                .isEqualTo(alone.trials().get(0).probabilistic());
        assertThat(alone.sharpeVariance()).isEmpty();
        TableSignificance.Settings fifty = new TableSignificance.Settings(
                DataSnooping.Settings.defaults(), 16, SharpeInference.CLASSIC_2012, OptionalInt.of(50));
        TableSignificance many = TableSignificance.of(table(one), fifty, WorkSplit.onCaller());
        assertThat(many.threshold().reason()).contains("at least two trials");
        assertThat(many.trials().get(0).deflated()).isEmpty();
        assertThat(many.trials().get(0).problem()).contains("at least two trials");
    }

    @Example
    void whatDoesNotVaryHasNoFiguresAndSaysWhy() {
        TableSignificance found = judge(List.of(new double[30], Series.repeatable(30, 1, 0)));
        assertThat(found.trials().get(0).sharpe()).isEmpty();
        assertThat(found.trials().get(0).kurtosis()).isEmpty();
        assertThat(found.trials().get(0).problem()).contains("do not vary");
        assertThat(found.best()).hasValue(1);
        assertThat(judge(List.of(new double[] {0.1})).trials().get(0).problem()).contains("one observation");
        assertThat(judge(List.of(new double[] {0.1})).best()).isEmpty();
    }

    private static TableSignificance judge(List<double[]> returns) {
        TableSignificance.Settings settings = new TableSignificance.Settings(
                new DataSnooping.Settings(19, OptionalDouble.empty(), 1, 0.05),
                4,
                SharpeInference.CLASSIC_2012,
                OptionalInt.empty());
        return TableSignificance.of(table(returns), settings, WorkSplit.onCaller());
    }

    private static ReturnTable table(List<double[]> returns) {
        int rows = returns.get(0).length;
        List<String> labels =
                IntStream.range(0, rows).mapToObj(Integer::toString).toList();
        List<String> names =
                IntStream.range(0, returns.size()).mapToObj(i -> "trial " + i).toList();
        return ReturnTable.of(labels, names, returns.toArray(new double[0][]));
    }
}
