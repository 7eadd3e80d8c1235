package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Place;
import io.argus.app.config.bind.Problems;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import io.argus.research.experiment.CashRate;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What idle cash earns: one rate, or a file of rates by date.
 *
 * @param constant what holds where there is no file
 */
public record CashRateSetting(CashRate constant, Optional<Path> file) {

    /** What is no number stands for a path, also what was meant for a number. */
    public void requireThere(Place place, Problems problems) {
        file.filter(path -> !Files.exists(path) || Files.isDirectory(path))
                .ifPresent(path -> problems.add(
                        place, "experiment.cash_rate is neither a number nor a file that is there: " + path));
    }

    /** The rate, from the file where there is one. */
    public CashRate resolve(Function<Path, CashRate> load) {
        return file.map(load).orElse(constant);
    }

    /** A number, or the path of a CSV file. */
    static final class AsWritten implements Shape<CashRateSetting> {

        private final Shape<Path> path = Scalar.path();

        @Override
        public Optional<CashRateSetting> read(Node node, String at, Reading reading) {
            if (node instanceof ScalarNode scalar && scalar.getValue().matches("[-+.0-9_eE]+")) {
                return rate(node, scalar.getValue(), reading);
            }
            return path.read(node, at, reading).map(found -> new CashRateSetting(CashRate.zero(), Optional.of(found)));
        }

        private static Optional<CashRateSetting> rate(Node node, String text, Reading reading) {
            try {
                BigDecimal annual = Scalar.decimal(text, "a number, or the path of a CSV file");
                return Optional.of(new CashRateSetting(CashRate.constant(annual.doubleValue()), Optional.empty()));
            } catch (IllegalArgumentException e) {
                reading.problem(node, "cash_rate: " + e.getMessage());
                return Optional.empty();
            }
        }

        @Override
        public String noun() {
            return "number in (-1, 1), or the path of a CSV file with the columns date and rate";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "anyOf",
                    List.of(
                            ImmutableMap.of("type", "number", "exclusiveMinimum", -1, "exclusiveMaximum", 1),
                            path.schema()));
        }

        @Override
        public Optional<Object> written(CashRateSetting setting) {
            return Optional.of(
                    setting.file().isPresent()
                            ? setting.file().get().toString()
                            : setting.constant().rates().firstEntry().getValue());
        }
    }
}
