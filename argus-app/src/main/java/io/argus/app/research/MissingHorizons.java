package io.argus.app.research;

import io.argus.domain.market.Instrument;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.research.experiment.ExperimentSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs that look at outcomes over a horizon, by a parameter {@code horizon_seconds}, of which their pack has none. Such a run
 * makes no trade, and nothing in its result says why.
 */
final class MissingHorizons {

    private static final String HORIZON = "horizon_seconds";

    private MissingHorizons() {}

    /** One line for each strategy, symbol and horizon. */
    static List<String> warnings(List<ExperimentSpec> runs, Pack pack) {
        return runs.stream()
                .flatMap(run -> warning(run, pack).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> warning(ExperimentSpec run, Pack pack) {
        Map<String, Object> parameters = run.parameters().asMap();
        String symbol = symbol(parameters, pack);
        List<Long> horizons = pack.outcomes().stream()
                .filter(series -> series.symbol().equals(symbol))
                .map(OutcomeSeries::horizonSeconds)
                .sorted()
                .toList();
        if (!(parameters.get(HORIZON) instanceof Long horizon) || horizons.contains(horizon)) {
            return Optional.empty();
        }
        String others = horizons.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(run.strategyClass() + " looks at outcomes of " + symbol + " over " + horizon
                + " s, of which the pack has none" + (others.isEmpty() ? "" : "; it has " + others));
    }

    /** A strategy that names none trades the first instrument, which may have chains alone. */
    private static String symbol(Map<String, Object> parameters, Pack pack) {
        String named = String.valueOf(parameters.getOrDefault("symbol", ""));
        return named.isEmpty()
                ? pack.instruments().stream()
                        .findFirst()
                        .map(Instrument::symbol)
                        .orElse("")
                : named;
    }
}
