package io.argus.app.config.bind;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** A value that may be missing or {@code null}: an {@code Optional}, or one of its kin. */
record Maybe<T, O>(Shape<T> value, O none, Function<T, O> some, Function<O, Optional<T>> content) implements Shape<O> {

    @Override
    public Optional<O> read(Node node, String path, Reading reading) {
        return value.read(node, path, reading).map(some);
    }

    @Override
    public String noun() {
        return value.noun();
    }

    @Override
    public Map<String, Object> schema() {
        return value.schema();
    }

    @Override
    public Optional<Object> written(O maybe) {
        return content.apply(maybe).flatMap(value::written);
    }

    @Override
    public Optional<O> missing() {
        return Optional.of(none);
    }

    @Override
    public Optional<Section<?>> section() {
        return value.section();
    }
}
