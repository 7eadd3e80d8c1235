package io.argus.evaluation.significance;

import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.resampling.BlockBootstrap;
import io.argus.evaluation.resampling.BootstrapVariance;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.ResamplingMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DataSnoopingProperties {

    /** Every number again, draw by draw, from the definitions. */
    @Property(tries = 20)
    void isWhatTheDefinitionsGive(
            @ForAll @LongRange(min = 0, max = 100_000) long seed,
            @ForAll @IntRange(min = 1, max = 6) int trials,
            @ForAll @IntRange(min = 20, max = 80) int rows) {
        List<double[]> returns = Series.correlated(seed, trials, rows, 0.3);
        double length = 4;
        int draws = 39;
        DataSnooping found = test(returns, new DataSnooping.Settings(draws, OptionalDouble.of(length), seed, 0.1));
        double root = Math.sqrt(rows);
        double[] mean = means(returns);
        double[] omega = returns.stream()
                .mapToDouble(each -> Math.sqrt(BootstrapVariance.ofMean(each, length)))
                .toArray();
        double check = root * Arrays.stream(mean).max().orElseThrow();
        double ability = Math.max(
                0,
                IntStream.range(0, trials)
                        .mapToDouble(k -> root * mean[k] / omega[k])
                        .max()
                        .orElseThrow());
        int[] reached = new int[4];
        BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, rows, length);
        for (int draw = 0; draw < draws; draw++) {
            int[] drawn = new int[rows];
            bootstrap.indices(new RandomStreams(seed).stream(draw), drawn);
            double[] largest = {Double.NEGATIVE_INFINITY, 0, 0, 0};
            for (int k = 0; k < trials; k++) {
                double[] trial = returns.get(k);
                double again =
                        Arrays.stream(drawn).mapToDouble(row -> trial[row]).sum() / rows;
                double bound = -Math.sqrt(omega[k] * omega[k] / rows * 2 * Math.log(Math.log(rows)));
                largest[0] = Math.max(largest[0], root * (again - mean[k]));
                largest[1] = Math.max(largest[1], root * (again - Math.max(0, mean[k])) / omega[k]);
                largest[2] = Math.max(largest[2], root * (again - (mean[k] >= bound ? mean[k] : 0)) / omega[k]);
                largest[3] = Math.max(largest[3], root * (again - mean[k]) / omega[k]);
            }
            reached[0] += largest[0] >= check ? 1 : 0;
            for (int i = 1; i < 4; i++) {
                reached[i] += largest[i] >= ability ? 1 : 0;
            }
        }
        assertThat(found.realityCheck().statistic()).isCloseTo(check, within(1e-12));
        assertThat(found.superiorAbility().statistic()).isCloseTo(ability, within(1e-9));
        assertThat(found.realityCheck().pValue()).isEqualTo(check <= 0 ? 1 : (1 + reached[0]) / 40.0);
        double[] expected = IntStream.range(1, 4)
                .mapToDouble(i -> ability == 0 ? 1 : (1 + reached[i]) / 40.0)
                .toArray();
        assertThat(new double[] {
                    found.superiorAbility().pLower(),
                    found.superiorAbility().pConsistent(),
                    found.superiorAbility().pUpper()
                })
                .containsExactly(expected);
    }

    @Property(tries = 30)
    void boundsAreOrderedAndScaleDoesNotMatter(
            @ForAll @LongRange(min = 0, max = 100_000) long seed, @ForAll @IntRange(min = 2, max = 8) int trials) {
        List<double[]> returns = Series.correlated(seed, trials, 60, 0.5);
        DataSnooping found = test(returns, settings(99));
        DataSnooping.SuperiorAbility ability = found.superiorAbility();
        assertThat(ability.pLower()).isLessThanOrEqualTo(ability.pConsistent());
        assertThat(ability.pConsistent()).isLessThanOrEqualTo(ability.pUpper());
        assertThat(ability.pLower()).isPositive();
        List<double[]> doubled = returns.stream()
                .map(each -> Arrays.stream(each).map(value -> 4 * value).toArray())
                .toList();
        assertThat(test(doubled, settings(99)).superiorAbility()).isEqualTo(ability);
        List<double[]> backwards = new ArrayList<>(returns);
        Collections.reverse(backwards);
        DataSnooping other = test(backwards, fixed(99, found.blockLength()));
        assertThat(other.superiorAbility())
                .isEqualTo(test(returns, fixed(99, found.blockLength())).superiorAbility());
        assertThat(other.realityCheck()).isEqualTo(found.realityCheck());
    }

    /** With one deviation for all trials, studentising changes nothing but the scale. */
    @Example
    void theUpperBoundWithoutStudentisingIsTheRealityCheck() {
        List<double[]> returns = Series.correlated(17, 12, 200, 0.2).stream()
                .map(each -> {
                    double own = Math.sqrt(BootstrapVariance.ofMean(each, 3));
                    return Arrays.stream(each).map(value -> value / own).toArray();
                })
                .toList();
        DataSnooping found = test(returns, fixed(999, 3));
        assertThat(found.realityCheck().statistic()).isPositive();
        assertThat(found.realityCheck().pValue())
                .isEqualTo(found.superiorAbility().pUpper());
    }

    @Example
    void isTheSameBitForBitOnAnyNumberOfThreads() {
        List<double[]> returns = Series.correlated(5, 9, 150, 0.3);
        DataSnooping one = test(returns, settings(201));
        assertThat(DataSnooping.of(returns, settings(201), new WorkSplit(ForkJoinPool.commonPool(), 5))
                        .get())
                .isEqualTo(one);
    }

    @Example
    void stepDownSelectsThoseWithAnEdgeAndSurvivesSelectingAll() {
        List<double[]> noise = Series.correlated(23, 6, 400, 0);
        List<double[]> one = new ArrayList<>(noise);
        one.set(3, Series.shifted(noise.get(3), 0.005));
        assertThat(test(one, settings(999)).stepDown().get().selected()).containsExactly(3);
        List<double[]> all =
                noise.stream().map(each -> Series.shifted(each, 0.005)).toList();
        DataSnooping found = test(all, settings(999));
        assertThat(found.stepDown().get().selected()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(found.superiorAbility().pConsistent()).isEqualTo(1 / 1000.0);
        assertThat(test(all, settings(10)).stepDown().reason()).contains("10 draws are too few");
    }

    /** A second round finds what the first one's higher bar hid: the definition, step by step. */
    @Property(tries = 20)
    void stepDownGoesOnUntilNothingMoreIsFound(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        List<double[]> returns = new ArrayList<>();
        for (double[] each : Series.correlated(seed, 5, 100, 0.1)) {
            returns.add(Series.shifted(each, 0.0007 * returns.size()));
        }
        DataSnooping found = test(returns, fixed(199, 2));
        double[] mean = means(returns);
        double root = Math.sqrt(100);
        double[] scale = returns.stream()
                .mapToDouble(each -> root / Math.sqrt(BootstrapVariance.ofMean(each, 2)))
                .toArray();
        double[][] drawn = new double[199][5];
        BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, 100, 2);
        for (int draw = 0; draw < 199; draw++) {
            double[] counts = new double[100];
            bootstrap.multiplicities(new RandomStreams(42).stream(draw), counts);
            for (int k = 0; k < 5; k++) {
                for (int row = 0; row < 100; row++) {
                    drawn[draw][k] += counts[row] * (returns.get(k)[row] - mean[k]) / 100 * scale[k];
                }
            }
        }
        List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        boolean more = true;
        while (more && !left.isEmpty()) {
            double critical = Arrays.stream(drawn)
                    .mapToDouble(each ->
                            left.stream().mapToDouble(k -> each[k]).max().orElseThrow())
                    .sorted()
                    .toArray()[190 - 1];
            more = left.removeIf(k -> mean[k] * scale[k] > critical);
        }
        List<Integer> selected = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        selected.removeAll(left);
        assertThat(found.stepDown().get().selected()).isEqualTo(selected);
    }

    @Example
    void nothingAboveTheBenchmarkHasAPValueOfOne() {
        List<double[]> losers = Series.correlated(2, 3, 100, 0).stream()
                .map(each -> Series.shifted(each, -0.05))
                .toList();
        DataSnooping found = test(losers, settings(99));
        assertThat(found.realityCheck().pValue()).isEqualTo(1);
        assertThat(found.superiorAbility()).isEqualTo(new DataSnooping.SuperiorAbility(0, 1, 1, 1));
        assertThat(found.stepDown().get().selected()).isEmpty();
    }

    @Example
    void whatDoesNotVaryIsLeftOutAndListed() {
        List<double[]> returns = new ArrayList<>(Series.correlated(2, 2, 50, 0));
        double[] constant = new double[50];
        Arrays.fill(constant, 0.01);
        returns.add(1, constant);
        DataSnooping found = test(returns, settings(99));
        assertThat(found.kept()).containsExactly(0, 2);
        assertThat(found.leftOut()).containsExactly(1);
        assertThat(DataSnooping.of(List.of(constant), settings(99), WorkSplit.onCaller())
                        .reason())
                .contains("no trial varies");
        assertThat(DataSnooping.of(List.of(new double[] {1, 2}), settings(99), WorkSplit.onCaller())
                        .reason())
                .contains("at least 3 rows");
        assertThat(DataSnooping.of(returns, fixed(9, 51), WorkSplit.onCaller()).reason())
                .contains("blocks of 51.0 do not fit into 50 rows");
        assertThatThrownBy(() -> test(List.of(new double[5], new double[6]), settings(9)))
                .hasMessageContaining("same rows");
    }

    private static DataSnooping test(List<double[]> returns, DataSnooping.Settings settings) {
        return DataSnooping.of(returns, settings, WorkSplit.onCaller()).get();
    }

    private static double[] means(List<double[]> returns) {
        return returns.stream().mapToDouble(each -> Moments.of(each).mean()).toArray();
    }

    private static DataSnooping.Settings settings(int draws) {
        return new DataSnooping.Settings(draws, OptionalDouble.empty(), 42, 0.05);
    }

    private static DataSnooping.Settings fixed(int draws, double length) {
        return new DataSnooping.Settings(draws, OptionalDouble.of(length), 42, 0.05);
    }
}
