package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.metric.Quantiles;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.RoundTrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Draws a history again, compounds it from the start, and asks how it might have gone. Every path takes its own random
 * stream, so that results are the same bit for bit whatever the number of threads.
 *
 * <p>Returns are fractions of the equity at the time, so that a path shrinks with its losses: money amounts of a grown
 * account drawn at its start would show falls beyond 100 %. A path that reaches the ruin level stays there.
 */
public final class MonteCarlo {

    /** More steps than this no chart shows. */
    private static final int MOST_FAN_STEPS = 50;

    private final MonteCarloSettings settings;
    private final double blockLength;
    private final int length;
    private final double[] terminal;
    private final double[] drawdown;
    private final boolean[] ruined;
    private final int[] fanPeriods;
    /** By step, then by path. */
    private final double[][] fan;

    private MonteCarlo(MonteCarloSettings settings, double blockLength, int length) {
        this.settings = settings;
        this.blockLength = blockLength;
        this.length = length;
        int paths = settings.paths();
        terminal = new double[paths];
        drawdown = new double[paths];
        ruined = new boolean[paths];
        int steps = Math.min(length, MOST_FAN_STEPS);
        fanPeriods = new int[steps];
        Arrays.setAll(fanPeriods, step -> (int) ((long) length * (step + 1) / steps));
        fan = new double[steps][paths];
    }

    /** Of a run: its daily returns or its closed trades, as the settings say. */
    public static Finding<MonteCarloSummary> of(ExperimentResult run, MonteCarloSettings settings, WorkSplit split) {
        if (settings.unit() == MonteCarloUnit.DAILY) {
            return run.dailyReturns().isPresent()
                    ? of(run.dailyReturns().map(DailyReturns::returns).orElseThrow(), settings, split)
                    : Finding.none("the run has no daily returns");
        }
        if (run.trades().isEmpty() && !run.tradePnls().isEmpty()) {
            return Finding.none("the run's trades lack the equity that they were entered with");
        }
        double[] returns = RoundTrip.of(run.trades()).stream()
                .mapToDouble(RoundTrip::returnOnEquity)
                .toArray();
        return Arrays.stream(returns).allMatch(Double::isFinite)
                ? of(returns, settings, split)
                : Finding.none("a trade was entered without equity");
    }

    /**
     * Of a series of returns in the order in which they came.
     *
     * @return no summary of fewer than two returns, of returns that do not vary, or with blocks longer than the series
     */
    public static Finding<MonteCarloSummary> of(double[] returns, MonteCarloSettings settings, WorkSplit split) {
        Objects.requireNonNull(split, "split");
        int n = returns.length;
        if (n < 2) {
            String units = settings.unit() == MonteCarloUnit.DAILY ? "daily returns" : "closed trades";
            return Finding.none("Monte Carlo needs at least two " + units + ", not " + n);
        }
        if (!Moments.of(returns).varies()) {
            return Finding.none("returns that do not vary cannot be drawn in another order");
        }
        double block = BlockLength.chosen(settings, () -> BlockLength.of(returns));
        if (block > n) {
            return Finding.none("blocks of " + block + " do not fit into " + n + " returns");
        }
        BlockBootstrap bootstrap = BlockBootstrap.of(settings.method(), n, block);
        MonteCarlo simulation = new MonteCarlo(settings, bootstrap.blockLength(), n);
        double[] growth = new double[2 * n];
        Arrays.setAll(growth, i -> 1 + returns[i % n]);
        int groups = (settings.paths() - 1) / FourPaths.SIZE + 1;
        split.run(groups, (from, to) -> simulation.groups(growth, bootstrap, from, to));
        return Finding.of(simulation.summary(split));
    }

    /** Groups of paths from the first up to, not including, the second. What the last has too many is thrown away. */
    private void groups(double[] growth, BlockBootstrap bootstrap, int from, int to) {
        RandomStreams streams = new RandomStreams(settings.seed());
        FourPaths four = new FourPaths(bootstrap, growth, settings.ruinLevel());
        for (int group = from; group < to; group++) {
            int first = group * FourPaths.SIZE;
            int count = Math.min(FourPaths.SIZE, settings.paths() - first);
            four.draw(streams, first);
            int period = 0;
            for (int step = 0; step < fanPeriods.length; step++) {
                four.advance(period, fanPeriods[step]);
                period = fanPeriods[step];
                for (int path = 0; path < count; path++) {
                    fan[step][first + path] = four.equity(path);
                }
            }
            for (int path = 0; path < count; path++) {
                terminal[first + path] = four.equity(path) - 1;
                drawdown[first + path] = four.drawdown(path);
                ruined[first + path] = four.ruined(path);
            }
        }
    }

    private MonteCarloSummary summary(WorkSplit split) {
        MonteCarloSummary.FanStep[] steps = new MonteCarloSummary.FanStep[fan.length];
        split.run(fan.length, (from, to) -> {
            for (int step = from; step < to; step++) {
                double[] quantiles = Quantiles.select(fan[step], 0.05, 0.5, 0.95);
                steps[step] = new MonteCarloSummary.FanStep(fanPeriods[step], quantiles[0], quantiles[1], quantiles[2]);
            }
        });
        List<MonteCarloSummary.FanStep> chart = new ArrayList<>();
        chart.add(new MonteCarloSummary.FanStep(0, 1, 1, 1));
        chart.addAll(Arrays.asList(steps));
        int lost = 0;
        int won = 0;
        for (int path = 0; path < terminal.length; path++) {
            lost += ruined[path] ? 1 : 0;
            won += terminal[path] > 0 ? 1 : 0;
        }
        double[] returns = Quantiles.select(terminal, 0.05, 0.5, 0.95);
        double[] falls = Quantiles.select(drawdown, 0.5, 0.95);
        return new MonteCarloSummary(
                settings,
                blockLength,
                length,
                returns[1],
                returns[0],
                returns[2],
                falls[0],
                falls[1],
                (double) lost / terminal.length,
                (double) won / terminal.length,
                chart);
    }
}
