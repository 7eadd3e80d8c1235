package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.metric.Drawdown;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.Quantiles;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.ResamplingMethod;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MonteCarloTest {

    private static final double[] RETURNS = Arrays.stream(Series.repeatable(250, 5, 0.2))
            .map(x -> 0.05 * x + 0.001)
            .toArray();

    @Test
    void isWhatPathsDrawnOneByOneGive() {
        MonteCarloSettings settings = settings(ResamplingMethod.STATIONARY, 0.2);
        MonteCarloSummary summary = simulate(RETURNS, settings);
        BlockBootstrap bootstrap = BlockBootstrap.of(
                ResamplingMethod.STATIONARY,
                RETURNS.length,
                Math.max(1, BlockLength.of(RETURNS).stationary()));
        double[] terminal = new double[settings.paths()];
        double[] drawdown = new double[settings.paths()];
        for (int path = 0; path < terminal.length; path++) {
            int[] drawn = new int[RETURNS.length];
            bootstrap.indices(new RandomStreams(settings.seed()).stream(path), drawn);
            double[] returns =
                    Arrays.stream(drawn).mapToDouble(row -> RETURNS[row]).toArray();
            terminal[path] = Arrays.stream(returns).reduce(1, (equity, r) -> equity * (1 + r)) - 1;
            drawdown[path] = Drawdown.of(returns).maximum();
        }
        assertThat(summary.medianReturn()).isCloseTo(Quantiles.of(terminal, 0.5), within(1e-12));
        assertThat(summary.p5Return()).isCloseTo(Quantiles.of(terminal, 0.05), within(1e-12));
        assertThat(summary.p95Return()).isCloseTo(Quantiles.of(terminal, 0.95), within(1e-12));
        assertThat(summary.medianDrawdown()).isCloseTo(Quantiles.of(drawdown, 0.5), within(1e-12));
        assertThat(summary.p95Drawdown()).isCloseTo(Quantiles.of(drawdown, 0.95), within(1e-12));
        assertThat(summary.ruinProbability()).isZero();
        assertThat(summary.fractionPositive())
                .isEqualTo(Arrays.stream(terminal).filter(r -> r > 0).count() / 500.0);
        MonteCarloSummary.FanStep last = summary.fan().get(summary.fan().size() - 1);
        assertThat(last.period()).isEqualTo(250);
        assertThat(last.median()).isCloseTo(1 + summary.medianReturn(), within(1e-12));
        assertThat(summary.fan()).hasSize(51);
    }

    @Test
    void aRuinedPathStaysWhereItIs() {
        double[] halves = {-0.5, 0.9};
        MonteCarloSummary summary = simulate(halves, settings(ResamplingMethod.IID, 0.3));
        // Two halvings in a row leave a quarter, below three tenths: a fourth of the paths.
        assertThat(summary.ruinProbability()).isBetween(0.18, 0.32);
        assertThat(summary.p5Return()).isEqualTo(-0.75);
        MonteCarloSummary total = simulate(new double[] {-1.5, 0.1, 0.1, 0.1}, settings(ResamplingMethod.IID, 0));
        assertThat(total.p5Return()).isEqualTo(-1);
        assertThat(total.p95Drawdown()).isEqualTo(1);
    }

    @Test
    void isTheSameBitForBitOnAnyNumberOfThreads() {
        MonteCarloSettings settings = settings(ResamplingMethod.CIRCULAR, 0.5);
        MonteCarloSummary one = simulate(RETURNS, settings);
        assertThat(MonteCarlo.of(RETURNS, settings, new WorkSplit(ForkJoinPool.commonPool(), 7))
                        .get())
                .isEqualTo(one);
    }

    @Test
    void saysWhyItCannotBeDone() {
        MonteCarloSettings settings = settings(ResamplingMethod.STATIONARY, 0.2);
        assertThat(run(new double[] {0.01}, settings).reason()).contains("at least two daily returns, not 1");
        assertThat(run(new double[] {0.01, 0.01}, settings).reason()).contains("do not vary");
        MonteCarloSettings ofTrades =
                new MonteCarloSettings(10, MonteCarloUnit.TRADES, ResamplingMethod.IID, OptionalDouble.empty(), 1, 0.2);
        assertThat(run(new double[] {0.01}, ofTrades).reason()).contains("at least two closed trades, not 1");
        MonteCarloSettings wide = new MonteCarloSettings(
                10, MonteCarloUnit.DAILY, ResamplingMethod.CIRCULAR, OptionalDouble.of(9), 1, 0.2);
        assertThat(run(new double[] {0.01, 0.02}, wide).reason()).contains("blocks of 9.0 do not fit into 2 returns");
    }

    @Test
    void aBlockLengthMeansNothingWhereEachUnitIsDrawnOnItsOwn() {
        MonteCarloSettings wide =
                new MonteCarloSettings(100, MonteCarloUnit.DAILY, ResamplingMethod.IID, OptionalDouble.of(1e6), 1, 0.2);
        MonteCarloSettings plain =
                new MonteCarloSettings(100, MonteCarloUnit.DAILY, ResamplingMethod.IID, OptionalDouble.empty(), 1, 0.2);
        assertThat(simulate(RETURNS, wide).fan())
                .isEqualTo(simulate(RETURNS, plain).fan());
        assertThat(simulate(RETURNS, wide).blockLength()).isEqualTo(1);
    }

    @Test
    void lossesOnTheSameDaysStayTogether() {
        double[] opposite = Arrays.stream(RETURNS).map(r -> 0.002 - r).toArray();
        double[] shares = {0.5, 0.5};
        MonteCarloSettings settings = settings(ResamplingMethod.STATIONARY, 0.2);
        JointDrawdowns twins = joint(List.of(RETURNS, RETURNS), shares, settings);
        assertThat(twins.p95Drawdown()).isCloseTo(twins.alone().get(0).get().p95Drawdown(), within(1e-9));
        JointDrawdowns hedged = joint(List.of(RETURNS, opposite), new double[] {0.5, 0.45}, settings);
        assertThat(hedged.p95Drawdown())
                .isLessThan(0.1 * hedged.alone().get(1).get().p95Drawdown());
    }

    @Test
    void jointBlocksHaveTheLengthOfTheirMethod() {
        double[] slow = new double[500];
        for (int i = 1; i < slow.length; i++) {
            slow[i] = 0.8 * slow[i - 1] + RETURNS[i % RETURNS.length];
        }
        BlockLength length = BlockLength.of(slow);
        assertThat(Math.rint(length.circular())).isGreaterThan(Math.rint(length.stationary()));
        for (ResamplingMethod method : ResamplingMethod.values()) {
            JointDrawdowns alone = joint(List.of(slow), new double[] {1}, settings(method, 0.2));
            assertThat(alone.portfolio()).as(method.key()).isEqualTo(simulateAsAsked(slow, method, alone));
        }
    }

    /** The settings of a joint draw tell the block length that all share. */
    private static MonteCarloSummary simulateAsAsked(double[] returns, ResamplingMethod method, JointDrawdowns joint) {
        MonteCarloSummary own = simulate(returns, settings(method, 0.2));
        return new MonteCarloSummary(
                joint.portfolio().settings(),
                own.blockLength(),
                own.length(),
                own.medianReturn(),
                own.p5Return(),
                own.p95Return(),
                own.medianDrawdown(),
                own.p95Drawdown(),
                own.ruinProbability(),
                own.fractionPositive(),
                own.fan());
    }

    private static JointDrawdowns joint(List<double[]> returns, double[] weights, MonteCarloSettings settings) {
        return JointDrawdowns.of(returns, weights, settings, WorkSplit.onCaller())
                .get();
    }

    private static MonteCarloSettings settings(ResamplingMethod method, double ruinLevel) {
        return new MonteCarloSettings(500, MonteCarloUnit.DAILY, method, OptionalDouble.empty(), 42, ruinLevel);
    }

    private static MonteCarloSummary simulate(double[] returns, MonteCarloSettings settings) {
        return run(returns, settings).get();
    }

    private static Finding<MonteCarloSummary> run(double[] returns, MonteCarloSettings settings) {
        return MonteCarlo.of(returns, settings, WorkSplit.onCaller());
    }
}
