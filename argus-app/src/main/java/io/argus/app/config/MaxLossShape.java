package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import io.argus.domain.forecast.MaxLossPerContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The most that a contract can lose, as it is written: a number, or strategies with a number each. */
final class MaxLossShape implements Shape<MaxLossPerContract> {

    private static final String DEFAULT = "default";

    private final Shape<Double> amount = Scalar.number("(-inf, inf)");

    @Override
    public Optional<MaxLossPerContract> read(Node node, String path, Reading reading) {
        if (!(node instanceof MappingNode)) {
            return amount.read(node, path, reading)
                    .map(value -> new MaxLossPerContract(Map.of(), OptionalDouble.of(value)));
        }
        Map<String, Double> amounts = new LinkedHashMap<>();
        for (Entry entry : Entry.of(node, path, reading)) {
            reading.read(amount, entry.value(), entry.path()).ifPresent(value -> amounts.put(entry.key(), value));
        }
        Double fallback = amounts.remove(DEFAULT);
        return Optional.of(new MaxLossPerContract(
                amounts, fallback == null ? OptionalDouble.empty() : OptionalDouble.of(fallback)));
    }

    @Override
    public String noun() {
        return "number; or a map of strategy ids to numbers, in which default stands for all others";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "anyOf",
                List.of(amount.schema(), ImmutableMap.of("type", "object", "additionalProperties", amount.schema())));
    }

    @Override
    public Optional<Object> written(MaxLossPerContract loss) {
        if (loss.byStrategy().isEmpty()) {
            return loss.fallback().isPresent() ? Optional.of(loss.fallback().getAsDouble()) : Optional.empty();
        }
        Map<String, Object> written = new TreeMap<>(loss.byStrategy());
        loss.fallback().ifPresent(value -> written.put(DEFAULT, value));
        return Optional.of(written);
    }

    @Override
    public Optional<MaxLossPerContract> missing() {
        return Optional.of(MaxLossPerContract.unknown());
    }
}
