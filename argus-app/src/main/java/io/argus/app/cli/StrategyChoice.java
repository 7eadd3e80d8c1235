package io.argus.app.cli;

import io.argus.domain.ConfigException;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.replay.strategies.StrategyCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** One strategy with its parameters, named on the command line. */
final class StrategyChoice {

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "CLASS",
            description = "The strategy's name; see argus strategies.")
    private String name = "";

    @Option(
            names = "--params",
            split = ",",
            paramLabel = "K=V",
            description = "Parameters that differ from their defaults, separated by commas.")
    private Map<String, String> parameters = new LinkedHashMap<>();

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
            return new ConfigException("--strategy", "unknown strategy " + name + "; there are " + names);
        });
        try {
            return catalog.complete(descriptor, parameters);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--params", String.valueOf(e.getMessage()));
        }
    }
}
