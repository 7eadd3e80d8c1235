package io.argus.app.research;

import io.argus.app.settings.ResearchConfig;
import io.argus.app.settings.Suggestion;
import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import io.argus.domain.experiment.ExperimentSpec;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.replay.strategies.StrategyCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Expands strategies and their grids into runs, in grid order: the last key varies fastest. */
public final class RunPlanner {

    private static final long SEED = 42;

    private final StrategyCatalog catalog;

    public RunPlanner(StrategyCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @throws ConfigException when a strategy or a parameter is unknown or wrong, or there are too many runs
     */
    public List<ExperimentSpec> plan(ResearchConfig config) {
        List<ConfigProblem> problems = new ArrayList<>();
        List<ExperimentSpec> runs = new ArrayList<>();
        long total = 0;
        for (ResearchConfig.Entry entry : config.strategies()) {
            long size = 1;
            for (List<Object> values : entry.grid().values()) {
                size = Math.min(Integer.MAX_VALUE, size * Math.max(1, values.size()));
            }
            total += size;
            if (total > config.maxRuns()) {
                throw new ConfigException(
                        entry.position(),
                        "the sweep has " + total + " runs or more; experiment.max_runs allows " + config.maxRuns());
            }
            expand(config, entry, problems, runs);
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return runs;
    }

    private void expand(
            ResearchConfig config,
            ResearchConfig.Entry entry,
            List<ConfigProblem> problems,
            List<ExperimentSpec> runs) {
        Optional<StrategyDescriptor> descriptor = catalog.find(entry.strategyClass());
        if (descriptor.isEmpty()) {
            List<String> names =
                    catalog.descriptors().stream().map(StrategyDescriptor::name).toList();
            String advice = Suggestion.nearest(entry.strategyClass(), names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("; there are " + names);
            problems.add(new ConfigProblem(entry.position(), "unknown strategy " + entry.strategyClass() + advice));
            return;
        }
        String id = entry.id()
                .orElse(kebab(entry.strategyClass()) + "-"
                        + String.join("-", config.symbols()).toLowerCase(Locale.ROOT));
        List<Map<String, Object>> cells = List.of(Map.of());
        for (Map.Entry<String, List<Object>> axis : entry.grid().entrySet()) {
            List<Map<String, Object>> wider = new ArrayList<>();
            for (Map<String, Object> cell : cells) {
                for (Object value : axis.getValue()) {
                    Map<String, Object> next = new LinkedHashMap<>(cell);
                    next.put(axis.getKey(), value);
                    wider.add(next);
                }
            }
            cells = wider;
        }
        for (Map<String, Object> cell : cells) {
            try {
                Parameters parameters = catalog.complete(descriptor.get(), cell);
                runs.add(new ExperimentSpec(id, "base", entry.strategyClass(), parameters, config.replay(), SEED));
            } catch (IllegalArgumentException e) {
                problems.add(new ConfigProblem(entry.position(), String.valueOf(e.getMessage())));
                return;
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
