package io.argus.app.research;

import com.google.common.collect.Iterables;
import io.argus.app.config.Grid;
import io.argus.app.config.bind.Problems;
import io.argus.app.config.bind.Suggestion;
import io.argus.app.terminal.Counted;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.ReplaySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Expands strategies and their grids into runs, in grid order: the last parameter varies fastest. What cannot be run is
 * reported with its place, all at once, before anything is expanded.
 */
public final class RunPlanner {

    private static final long SEED = 42;
    private static final int LONGEST_ID = 100;

    private final StrategyCatalog catalog;

    public RunPlanner(StrategyCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The runs, none when there are problems.
     *
     * @param most more runs than these are a problem
     */
    public List<ExperimentSpec> plan(
            List<StrategyGrid> strategies, ReplaySettings settings, int most, Problems problems) {
        long total = 0;
        boolean sound = true;
        for (StrategyGrid strategy : strategies) {
            sound &= check(strategy, problems);
            total = saturatedSum(total, strategy.sweep().size());
            if (total > most) {
                problems.add(strategy.sweepPlace(), tooMany(total, most));
                return List.of();
            }
        }
        List<ExperimentSpec> runs = new ArrayList<>();
        Set<List<Object>> known = new HashSet<>();
        for (StrategyGrid strategy : sound ? strategies : List.<StrategyGrid>of()) {
            expand(strategy, settings, known, runs, problems);
        }
        return runs;
    }

    /** What the runs of a strategy are called unless the user says: its name in lower case with dashes, and the symbols. */
    public static String defaultId(String strategyClass, List<String> symbols) {
        String name = strategyClass.replaceAll("([a-z0-9])([A-Z])", "$1-$2");
        String id = String.join("-", Iterables.concat(List.of(name), symbols))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-");
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    /** Whether strategy, parameters and every single value are sound; whether they are together is seen cell by cell. */
    private boolean check(StrategyGrid strategy, Problems problems) {
        boolean sound = checkId(strategy, problems);
        Optional<StrategyDescriptor> descriptor = catalog.find(strategy.strategyClass());
        if (descriptor.isEmpty()) {
            List<String> names =
                    catalog.descriptors().stream().map(StrategyDescriptor::name).toList();
            problems.add(
                    strategy.place(),
                    "unknown strategy " + strategy.strategyClass() + Suggestion.orAll(strategy.strategyClass(), names));
            return false;
        }
        for (Grid grid : List.of(strategy.fixed(), strategy.sweep())) {
            for (Map.Entry<String, Grid.Axis> axis : grid.axes().entrySet()) {
                sound &= check(descriptor.get(), axis.getKey(), axis.getValue(), problems);
            }
        }
        for (Map.Entry<String, Grid.Axis> axis : strategy.sweep().axes().entrySet()) {
            if (strategy.fixed().axes().containsKey(axis.getKey())) {
                problems.add(axis.getValue().place(), axis.getKey() + " is swept here and has a fixed value too");
                sound = false;
            }
        }
        return sound;
    }

    private static boolean checkId(StrategyGrid strategy, Problems problems) {
        try {
            ExperimentSpec.requireStrategyId(strategy.strategyId());
            return true;
        } catch (IllegalArgumentException e) {
            problems.add(strategy.idPlace(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static boolean check(StrategyDescriptor descriptor, String name, Grid.Axis axis, Problems problems) {
        Optional<ParameterDescriptor> parameter = descriptor.findParameter(name);
        if (parameter.isEmpty()) {
            List<String> names = descriptor.parameters().stream()
                    .map(ParameterDescriptor::name)
                    .toList();
            problems.add(axis.place(), descriptor.name() + " has no parameter " + name + Suggestion.orAll(name, names));
            return false;
        }
        for (Object value : axis.values()) {
            try {
                parameter.get().accept(value);
            } catch (IllegalArgumentException e) {
                problems.add(axis.place(), String.valueOf(e.getMessage()));
                return false;
            }
        }
        return true;
    }

    private void expand(
            StrategyGrid strategy,
            ReplaySettings settings,
            Set<List<Object>> known,
            List<ExperimentSpec> runs,
            Problems problems) {
        StrategyDescriptor descriptor = catalog.find(strategy.strategyClass()).orElseThrow();
        for (Map<String, Object> cell : strategy.fixed().plus(strategy.sweep()).cells()) {
            try {
                ExperimentSpec run = new ExperimentSpec(
                        strategy.strategyId(),
                        "base",
                        strategy.strategyClass(),
                        catalog.complete(descriptor, cell),
                        settings,
                        SEED);
                if (!known.add(List.of(run.strategyId(), run.strategyClass(), run.parameters()))) {
                    problems.add(
                            strategy.sweepPlace(),
                            "the same run of " + run.strategyId() + " stands here twice: " + run.parameters());
                    return;
                }
                runs.add(run);
            } catch (IllegalArgumentException e) {
                problems.add(strategy.sweepPlace(), e.getMessage() + (cell.isEmpty() ? "" : " (with " + cell + ")"));
                return;
            }
        }
    }

    private static String tooMany(long runs, int most) {
        return "the sweep has " + Counted.of(runs, "run") + " up to here, and " + most
                + " are allowed; try fewer values, or set experiment.max_runs";
    }

    private static long saturatedSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
