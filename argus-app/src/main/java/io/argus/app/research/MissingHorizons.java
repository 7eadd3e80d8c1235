package io.argus.app.research;

import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.research.experiment.ExperimentSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs that look at outcomes over a horizon, by a parameter {@code horizon_seconds}, of which their pack has none. Such a run
 * makes no trade, and nothing in its result says why.
 */
final class MissingHorizons {

    private static final String HORIZON = "horizon_seconds";

    private MissingHorizons() {}

    /** One line for each strategy and horizon. */
    static List<String> warnings(List<ExperimentSpec> runs, Pack pack) {
        return runs.stream()
                .filter(run -> !known(run.parameters().asMap(), pack))
                .map(run -> run.strategyClass() + " looks at outcomes over "
                        + run.parameters().asMap().get(HORIZON) + " s, of which the pack has none" + others(pack))
                .distinct()
                .toList();
    }

    private static boolean known(Map<String, Object> parameters, Pack pack) {
        if (!(parameters.get(HORIZON) instanceof Long horizon)) {
            return true;
        }
        Object named = parameters.getOrDefault("symbol", "");
        Object symbol = named.equals("") ? pack.symbols().get(0) : named;
        return pack.outcomes().stream()
                .anyMatch(series ->
                        series.horizonSeconds() == horizon && series.symbol().equals(symbol));
    }

    private static String others(Pack pack) {
        String horizons = pack.outcomes().stream()
                .map(OutcomeSeries::horizonSeconds)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return horizons.isEmpty() ? "" : "; it has " + horizons;
    }
}
