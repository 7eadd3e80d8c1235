package io.argus.replay.experiment;

import io.argus.domain.experiment.DailyReturns;
import io.argus.domain.experiment.ExecutionSettings;
import io.argus.domain.experiment.ExperimentSpec;
import io.argus.domain.experiment.RegimeBucket;
import io.argus.domain.experiment.ReplaySettings;
import io.argus.domain.experiment.StressResult;
import io.argus.domain.experiment.StressSettings;
import io.argus.domain.strategy.Strategy;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts a run through what its settings ask for. These runs are blocks inside the run's artifact, never trials of their
 * own.
 */
final class StressRuns {

    private static final double[] COST_MULTIPLES = {1.25, 1.5};
    private static final String UNKNOWN = "UNKNOWN";

    private final ExperimentSpec spec;
    private final ReplayHarness harness;
    private final Supplier<Strategy> strategies;
    private final ReplayResult own;

    /**
     * @param strategies a new instance of the run's strategy
     * @param own the run itself
     */
    StressRuns(ExperimentSpec spec, ReplayHarness harness, Supplier<Strategy> strategies, ReplayResult own) {
        this.spec = spec;
        this.harness = harness;
        this.strategies = strategies;
        this.own = own;
    }

    StressResult result() {
        StressSettings asked = spec.stress();
        return new StressResult(
                asked.costSensitivity() ? costs() : List.of(),
                asked.regimeStress() ? regimes() : List.of(),
                asked.walkForward().map(this::windows).orElse(List.of()));
    }

    private List<StressResult.CostLevel> costs() {
        List<StressResult.CostLevel> levels = new ArrayList<>();
        levels.add(level(1, own));
        ReplaySettings settings = spec.settings();
        ExecutionSettings execution = settings.execution();
        for (double multiple : COST_MULTIPLES) {
            ReplaySettings dearer =
                    settings.withExecution(execution.withCostMultiplier(multiple * execution.costMultiplier()));
            levels.add(level(multiple, harness.run(strategies.get(), dearer)));
        }
        return levels;
    }

    private StressResult.CostLevel level(double multiple, ReplayResult run) {
        return new StressResult.CostLevel(
                multiple,
                (run.finalEquity() / spec.settings().startingCash() - 1) * 100,
                SharpeRatio.annualized(
                        run.dailyReturns().excessOfCash(), harness.calendar().periodsPerYear()),
                run.trades().size());
    }

    /** One run for each market state that the run met. */
    private List<StressResult.RegimeRun> regimes() {
        List<StressResult.RegimeRun> runs = new ArrayList<>();
        for (RegimeBucket bucket : own.regimes()) {
            String[] parts = bucket.key().split(":", 2);
            boolean state = parts[0].equals("volatility") || parts[0].equals("trend");
            if (state && !parts[1].equals(UNKNOWN)) {
                Strategy confined = new ConfinedToRegime(
                        strategies.get(),
                        regime -> parts[1].equals(
                                parts[0].equals("trend")
                                        ? regime.trend().name()
                                        : regime.volatility().name()));
                ReplayResult run = harness.run(confined, spec.settings());
                runs.add(new StressResult.RegimeRun(
                        bucket.key(),
                        run.finalEquity() - spec.settings().startingCash(),
                        run.trades().size()));
            }
        }
        return runs;
    }

    /** Slices of the run's own days; what is left of them at the end makes no window. */
    private List<StressResult.Window> windows(StressSettings.WalkForward asked) {
        DailyReturns daily = own.dailyReturns();
        double[] equity = new double[daily.size() + 1];
        equity[0] = spec.settings().startingCash();
        for (int i = 0; i < daily.size(); i++) {
            equity[i + 1] = equity[i] * (1 + daily.at(i));
        }
        List<StressResult.Window> windows = new ArrayList<>();
        for (int from = asked.trainDays(); from + asked.testDays() <= daily.size(); from += asked.testDays()) {
            int to = from + asked.testDays();
            int trainFrom = asked.anchored() ? 0 : from - asked.trainDays();
            windows.add(new StressResult.Window(
                    daily.dates().get(trainFrom),
                    daily.dates().get(from),
                    daily.dates().get(to - 1),
                    equity[to] - equity[from]));
        }
        return windows;
    }
}
