package io.argus.replay.experiment;

import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Strategy;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.replay.engine.Confinement;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.RoundTrip;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.StressSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Puts a run through what its settings ask for. These runs are blocks inside the run's artifact, never trials of their
 * own.
 */
final class StressRuns {

    private static final double[] COST_MULTIPLES = {1.25, 1.5};
    private static final String UNKNOWN = "UNKNOWN";

    /** Makes a run like the run itself. */
    interface Replay {
        ReplayResult run(Strategy strategy, ReplaySettings settings, Confinement confinement);
    }

    private final ExperimentSpec spec;
    private final Replay replay;
    private final Supplier<Strategy> strategies;
    private final ReplayResult own;
    private final UnaryOperator<DailyReturns> ownDays;
    private final int periodsPerYear;

    /**
     * @param strategies a new instance of the run's strategy
     * @param own the run itself
     * @param ownDays takes from daily returns those of the days that the run itself has
     * @param periodsPerYear of its daily returns
     */
    StressRuns(
            ExperimentSpec spec,
            Replay replay,
            Supplier<Strategy> strategies,
            ReplayResult own,
            UnaryOperator<DailyReturns> ownDays,
            int periodsPerYear) {
        this.spec = spec;
        this.replay = replay;
        this.strategies = strategies;
        this.own = own;
        this.ownDays = ownDays;
        this.periodsPerYear = periodsPerYear;
    }

    /**
     * @param windows what the test windows gave; empty where none were asked for
     */
    StressResult result(Optional<TestWindows> windows) {
        StressSettings asked = spec.stress();
        return new StressResult(
                asked.costSensitivity() ? costs() : List.of(),
                asked.regimeStress() ? regimes() : List.of(),
                windows.map(TestWindows::results).orElse(List.of()));
    }

    private List<StressResult.CostLevel> costs() {
        List<StressResult.CostLevel> levels = new ArrayList<>();
        levels.add(level(1, own));
        ReplaySettings settings = spec.settings();
        ExecutionSettings execution = settings.execution();
        for (double multiple : COST_MULTIPLES) {
            ReplaySettings dearer =
                    settings.withExecution(execution.withCostMultiplier(multiple * execution.costMultiplier()));
            levels.add(level(multiple, replay.run(strategies.get(), dearer, Confinement.none())));
        }
        return levels;
    }

    private StressResult.CostLevel level(double multiple, ReplayResult run) {
        return new StressResult.CostLevel(
                multiple,
                (run.finalEquity() / run.startingEquity() - 1) * 100,
                SharpeRatio.annualized(ownDays.apply(run.dailyReturns()).excessOfCash(), periodsPerYear),
                RoundTrip.of(run.trades()).size());
    }

    /** One run for each market state that the run met. */
    private List<StressResult.RegimeRun> regimes() {
        List<StressResult.RegimeRun> runs = new ArrayList<>();
        for (RegimeBucket bucket : own.regimes()) {
            String[] parts = bucket.key().split(":", 2);
            boolean state = parts[0].equals("volatility") || parts[0].equals("trend");
            if (state && !parts[1].equals(UNKNOWN)) {
                Confinement confinement = Confinement.to(regime -> parts[1].equals(
                        parts[0].equals("trend")
                                ? regime.trend().name()
                                : regime.volatility().name()));
                ReplayResult run =
                        replay.run(new ConfinedToRegime(strategies.get(), confinement), spec.settings(), confinement);
                runs.add(new StressResult.RegimeRun(
                        bucket.key(),
                        run.finalEquity() - run.startingEquity(),
                        RoundTrip.of(run.trades()).size()));
            }
        }
        return runs;
    }
}
