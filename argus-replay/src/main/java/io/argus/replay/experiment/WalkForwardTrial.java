package io.argus.replay.experiment;

import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.replay.ReplayHarness;
import io.argus.replay.engine.Confinement;
import io.argus.replay.engine.HandOvers;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.StressSettings;
import io.argus.research.experiment.WalkForwardSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The walk-forward of a strategy class, made in one replay: who trades each window was settled by the days before it
 * alone, so that all windows can be known before the replay starts.
 */
final class WalkForwardTrial {

    /** Of the digest of the grid. */
    private static final int DIGITS = 8;

    private final WalkForwardSpec asked;
    private final ReplayHarness harness;
    private final Function<ExperimentSpec, Strategy> strategies;
    private final List<StressSettings.WalkForward.Days> windows;
    /** By cell, its returns above cash on all days. */
    private final List<double[]> excess;

    private final List<Optional<WalkForwardSpec.Cell>> chosen;

    /**
     * @param strategies makes a new instance of a run's strategy
     */
    WalkForwardTrial(WalkForwardSpec asked, ReplayHarness harness, Function<ExperimentSpec, Strategy> strategies) {
        this.asked = asked;
        this.harness = harness;
        this.strategies = strategies;
        windows = asked.windows().over(harness.days());
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(asked.windows() + " do not fit into " + harness.days() + " days");
        }
        excess = asked.cells().stream().map(this::onAllDays).toList();
        chosen = windows.stream().map(this::best).toList();
    }

    /**
     * The trial as a run. Its parameters are those that all cells share, its windows, and a digest of the grid, so that two
     * searches are never taken for the same trial.
     */
    static ExperimentSpec spec(WalkForwardSpec asked) {
        ExperimentSpec first = asked.cells().get(0).spec();
        return new ExperimentSpec(
                asked.strategyId(),
                WalkForwardSpec.TAG,
                first.strategyClass(),
                parameters(asked),
                first.settings(),
                first.monteCarlo(),
                new StressSettings(
                        first.stress().costSensitivity(), first.stress().regimeStress(), Optional.of(asked.windows())),
                first.seed());
    }

    private static Parameters parameters(WalkForwardSpec asked) {
        Map<String, Object> values =
                new TreeMap<>(asked.cells().get(0).spec().parameters().asMap());
        StringBuilder grid = new StringBuilder();
        for (WalkForwardSpec.Cell cell : asked.cells()) {
            Map<String, Object> own = cell.spec().parameters().asMap();
            values.entrySet().removeIf(entry -> !entry.getValue().equals(own.get(entry.getKey())));
            grid.append(cell.spec().parameters()).append('\n');
        }
        values.put("walk_forward_anchored", asked.windows().anchored());
        values.put(WalkForwardSpec.CELLS, (long) asked.cells().size());
        values.put("walk_forward_grid", RunId.digest(grid.toString()).substring(0, DIGITS));
        values.put("walk_forward_test_days", (long) asked.windows().testDays());
        values.put("walk_forward_train_days", (long) asked.windows().trainDays());
        return Parameters.of(values);
    }

    /** The run with the best Sharpe ratio above cash of the training days, the first of equals; empty when none has one. */
    private Optional<WalkForwardSpec.Cell> best(StressSettings.WalkForward.Days window) {
        Optional<WalkForwardSpec.Cell> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < excess.size(); i++) {
            double[] training = Arrays.copyOfRange(excess.get(i), window.trainFrom(), window.from());
            OptionalDouble sharpe = SharpeRatio.perPeriod(training);
            if (sharpe.isPresent() && sharpe.getAsDouble() > highest) {
                highest = sharpe.getAsDouble();
                best = Optional.of(asked.cells().get(i));
            }
        }
        return best;
    }

    /** On days that are none of its own a run earns what cash does. */
    private double[] onAllDays(WalkForwardSpec.Cell cell) {
        double[] own = cell.returns().excessOfCash();
        double[] all = new double[harness.days()];
        for (int day = 0; day < own.length; day++) {
            all[Collections.binarySearch(harness.dates(), cell.returns().dates().get(day))] = own[day];
        }
        return all;
    }

    Strategy strategy() {
        List<TakingTurns.Turn> turns = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            StressSettings.WalkForward.Days window = windows.get(i);
            Optional<WalkForwardSpec.Cell> cell = chosen.get(i);
            turns.add(new TakingTurns.Turn(
                    window.trainFrom() == 0 ? Long.MIN_VALUE : harness.handOver(window.trainFrom() - 1),
                    harness.handOver(window.from() - 1),
                    cell.isPresent() ? () -> strategies.apply(cell.get().spec()) : TakingTurns.nobody()));
        }
        return new TakingTurns(turns);
    }

    ReplayResult run(Strategy strategy, ReplaySettings settings, Confinement confinement) {
        HandOvers handOvers = new HandOvers(
                windows.get(0).from(),
                windows.stream().map(window -> window.from() - 1).toList());
        return harness.run(strategy, settings, ReplayObserver.none(), handOvers, confinement);
    }

    /**
     * What each window gave, and who traded it.
     *
     * @param own days on which there are data of what the run traded
     */
    TestWindows windows(ReplayResult run, List<LocalDate> own) {
        return new TestWindows(
                windows,
                harness.dates(),
                run.dailyReturns(),
                own,
                run.startingEquity(),
                chosen.stream()
                        .map(cell -> cell.map(WalkForwardSpec.Cell::runId))
                        .toList());
    }
}
