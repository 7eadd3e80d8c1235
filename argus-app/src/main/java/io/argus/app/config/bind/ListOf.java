package io.argus.app.config.bind;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A list of values of one shape. Missing means empty. */
record ListOf<T>(Shape<T> item) implements Shape<List<T>> {

    @Override
    public Optional<List<T>> read(Node node, String path, Reading reading) {
        if (!(node instanceof SequenceNode sequence)) {
            reading.problem(node, Scalar.name(path) + " takes a list; write it as [a, b], or one \"- \" a line");
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node value = sequence.getValue().get(i);
            if (Reading.isNull(value)) {
                reading.problem(value, Scalar.name(path) + " has an empty item");
            } else {
                reading.read(item, value, path + "[" + i + "]").ifPresent(values::add);
            }
        }
        return Optional.of(values);
    }

    @Override
    public String noun() {
        return "list of: " + item.noun();
    }

    @Override
    public Map<String, Object> schema() {
        return ImmutableMap.of("type", "array", "items", item.schema());
    }

    @Override
    public Optional<Object> written(List<T> value) {
        return Optional.of(
                value.stream().flatMap(each -> item.written(each).stream()).toList());
    }

    @Override
    public Optional<List<T>> missing() {
        return Optional.of(List.of());
    }

    @Override
    public Optional<Section<?>> section() {
        return item.section();
    }
}
