package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Fixed parameters of a strategy.
 *
 * @param grid one cell
 */
public record Params(Grid grid) {

    public Params {
        if (grid.size() != 1) {
            throw new IllegalArgumentException("fixed parameters have one value each");
        }
    }

    /** Names with single values. */
    static final class AsWritten implements Shape<Params> {

        private final Shape<String> value = Scalar.text();

        @Override
        public Optional<Params> read(Node node, String path, Reading reading) {
            Map<String, Grid.Axis> axes = new LinkedHashMap<>();
            for (Entry entry : Entry.of(node, path, reading)) {
                reading.read(value, entry.value(), entry.path())
                        .ifPresent(text ->
                                axes.put(entry.key(), new Grid.Axis(List.of(text), reading.place(entry.keyNode()))));
            }
            return Optional.of(new Params(new Grid(axes)));
        }

        @Override
        public String noun() {
            return "map of parameters to values";
        }

        @Override
        public Map<String, Object> schema() {
            return ImmutableMap.of("type", "object", "additionalProperties", value.schema());
        }

        @Override
        public Optional<Object> written(Params params) {
            Map<String, Object> written = new LinkedHashMap<>();
            params.grid()
                    .axes()
                    .forEach((name, axis) -> written.put(name, axis.values().get(0)));
            return written.isEmpty() ? Optional.empty() : Optional.of(written);
        }

        @Override
        public Optional<Params> missing() {
            return Optional.of(new Params(Grid.none()));
        }
    }
}
