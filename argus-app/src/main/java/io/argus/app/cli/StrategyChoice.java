package io.argus.app.cli;

import io.argus.app.config.bind.Suggestion;
import io.argus.domain.ConfigException;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.replay.strategies.StrategyCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** One strategy with its parameters, named on the command line. */
final class StrategyChoice {

    private static final String PARAMS = "--params";

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "CLASS",
            description = "The strategy's name; see argus strategies.")
    private String name = "";

    @Option(
            names = PARAMS,
            split = ",",
            paramLabel = "K=V",
            description = "Parameters that differ from their defaults, separated by commas.")
    private List<String> pairs = new ArrayList<>();

    String name() {
        return name;
    }

    /**
     * @throws ConfigException when there is no such strategy, or a parameter is unknown or senseless
     */
    Parameters parameters(StrategyCatalog catalog) {
        StrategyDescriptor descriptor = catalog.find(name).orElseThrow(() -> {
            List<String> names =
                    catalog.descriptors().stream().map(StrategyDescriptor::name).toList();
            return new ConfigException("--strategy", "unknown strategy " + name + Suggestion.orAll(name, names));
        });
        try {
            return catalog.complete(descriptor, told());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(PARAMS, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("takes name=value, not \"" + pair + "\"");
            }
            String key = pair.substring(0, equals).strip();
            if (told.put(key, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("has " + key + " twice");
            }
        }
        return told;
    }

    /**
     * A run on an instrument that the pack has not would fail at its first decision.
     *
     * @throws ConfigException when the parameters name one
     */
    static void requireSymbol(Parameters parameters, Pack pack) {
        Object symbol = parameters.asMap().getOrDefault("symbol", "");
        if (!symbol.equals("") && pack.findInstrument(symbol.toString()).isEmpty()) {
            List<String> known =
                    pack.instruments().stream().map(Instrument::symbol).toList();
            throw new ConfigException(PARAMS, "the pack has no symbol " + symbol + "; it has " + known);
        }
    }
}
