package io.argus.evaluation.significance;

import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.testing.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BacktestOverfittingTest {

    /** Against the definition in numpy 2.4, computed from the rows of every split. */
    @Test
    void agreesWithAnIndependentProgram() {
        List<double[]> trials = IntStream.range(0, 7)
                .mapToObj(k -> Series.shifted(Series.repeatable(101, 10 + k, 0.2), 0.02 * k))
                .toList();
        BacktestOverfitting small = BacktestOverfitting.of(trials, 8).get();
        assertThat(small.combinations()).isEqualTo(70);
        assertThat(small.droppedRows()).isEqualTo(5);
        assertThat(small.probability()).isEqualTo(1 / 70.0);
        assertThat(small.meanLogit()).isCloseTo(1.898709668580906, within(1e-12));
        assertThat(small.slope()).hasValueCloseTo(-0.9842019849936124, within(1e-10));
        assertThat(small.probabilityOfLoss()).isZero();

        List<double[]> noise = IntStream.range(0, 10)
                .mapToObj(k -> Series.repeatable(240, 20 + k, 0.1))
                .toList();
        BacktestOverfitting usual = BacktestOverfitting.of(noise, 16).get();
        assertThat(usual.combinations()).isEqualTo(12_870);
        assertThat(usual.probability()).isCloseTo(0.7554001554001554, within(1e-12));
        assertThat(usual.meanLogit()).isCloseTo(-0.8878793030711362, within(1e-12));
        assertThat(usual.slope()).hasValueCloseTo(-0.503019671341424, within(1e-10));
        assertThat(usual.probabilityOfLoss()).isCloseTo(0.881041181041181, within(1e-12));
    }

    /** Split by split, from the rows. */
    @Test
    void sumsOfBlocksGiveTheSharpeRatiosOfTheRows() {
        List<double[]> trials = Series.correlated(3, 5, 61, 0.4);
        trials.set(2, new double[61]);
        double[] half = trials.get(4).clone();
        Arrays.fill(half, 1, 31, 0.01);
        trials.set(4, half);
        BacktestOverfitting found = BacktestOverfitting.of(trials, 6).get();
        int at = 0;
        for (int a = 0; a < 6; a++) {
            for (int b = a + 1; b < 6; b++) {
                for (int c = b + 1; c < 6; c++) {
                    assertSplit(trials, List.of(a, b, c), found.splits().get(at++));
                }
            }
        }
        assertThat(at).isEqualTo(found.combinations());
    }

    private static void assertSplit(List<double[]> trials, List<Integer> blocks, BacktestOverfitting.Split split) {
        List<Double> in = new ArrayList<>();
        List<Double> out = new ArrayList<>();
        for (double[] trial : trials) {
            in.add(sharpe(trial, blocks, true));
            out.add(sharpe(trial, blocks, false));
        }
        int best = in.indexOf(Collections.max(in));
        double own = out.get(best);
        double rank = out.stream().filter(each -> each < own - 1e-12).count()
                + (out.stream().filter(each -> Math.abs(each - own) <= 1e-12).count() + 1) / 2.0;
        assertThat(split.picked()).isEqualTo(best);
        assertThat(split.inSample()).isCloseTo(in.get(best), within(1e-12));
        assertThat(split.outOfSample()).isCloseTo(own, within(1e-12));
        assertThat(split.logit()).isCloseTo(Math.log(rank / (6 - rank)), within(1e-12));
    }

    private static double sharpe(double[] trial, List<Integer> blocks, boolean inside) {
        double[] rows = IntStream.range(1, 61)
                .filter(row -> blocks.contains((row - 1) / 10) == inside)
                .mapToDouble(row -> trial[row])
                .toArray();
        Moments moments = Moments.of(rows);
        return moments.varies() ? moments.mean() / moments.standardDeviation() : 0;
    }

    @Test
    void equalTrialsShareTheirRankAndTheEarliestIsPicked() {
        double[] series = Series.repeatable(40, 2, 0);
        BacktestOverfitting twins =
                BacktestOverfitting.of(List.of(series, series.clone()), 4).get();
        assertThat(twins.splits()).allSatisfy(split -> {
            assertThat(split.picked()).isZero();
            assertThat(split.logit()).isZero();
        });
        assertThat(twins.probability()).isEqualTo(1);
    }

    /** The same trial at other sizes has the same Sharpe ratios, but for the rounding of their sums. */
    @Test
    void trialsThatDifferInSizeAloneAreEqual() {
        double[] series = Series.repeatable(480, 2, 0.1);
        List<double[]> sizes = IntStream.of(10, 30, 7)
                .mapToObj(size ->
                        Arrays.stream(series).map(value -> value * size / 10).toArray())
                .toList();
        BacktestOverfitting found = BacktestOverfitting.of(sizes, 8).get();
        assertThat(found.splits()).allSatisfy(split -> {
            assertThat(split.picked()).isZero();
            assertThat(split.logit()).isZero();
        });
        assertThat(found.probability()).isEqualTo(1);
    }

    /** Blocks that are alike up to scale give the same Sharpe ratio in every half, but for the rounding of its sums. */
    @Test
    void ratiosThatDifferByRoundingHaveNoSlope() {
        double[] block = Series.repeatable(13, 2, 0.3);
        double[] poorer = Series.repeatable(13, 5, -0.3);
        double[] best =
                IntStream.range(0, 13 * 16).mapToDouble(row -> block[row % 13]).toArray();
        double[] other =
                IntStream.range(0, 13 * 16).mapToDouble(row -> poorer[row % 13]).toArray();
        BacktestOverfitting found =
                BacktestOverfitting.of(List.of(best, other), 16).get();
        assertThat(found.splits())
                .extracting(BacktestOverfitting.Split::inSample)
                .doesNotContain(0.0);
        assertThat(found.slope()).isEmpty();
    }

    @Test
    void saysWhyItCannotBeComputed() {
        double[] series = Series.repeatable(40, 2, 0);
        List<double[]> two = List.of(series, Series.repeatable(40, 3, 0));
        assertThat(BacktestOverfitting.of(List.of(series), 4).reason()).contains("at least two");
        assertThat(BacktestOverfitting.of(two, 5).reason()).contains("even number of blocks");
        assertThat(BacktestOverfitting.of(two, 18).reason()).contains("from 2 to 16");
        assertThat(BacktestOverfitting.of(List.of(new double[10], new double[10]), 16)
                        .reason())
                .contains("10 rows are too few");
        assertThat(BacktestOverfitting.of(List.of(new double[40], new double[40]), 4)
                        .reason())
                .contains("no trial varies");
    }
}
