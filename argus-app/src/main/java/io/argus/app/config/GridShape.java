package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Section;
import io.argus.app.config.bind.Shape;
import io.argus.app.config.bind.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A grid as it is written: parameters with single values, lists or ranges; or the name of a file with these. */
final class GridShape implements Shape<Grid> {

    private final boolean fileAllowed;
    private final Shape<String> value = Scalar.text();
    private final Section<SweepRange> range = Shapes.standard().section(SweepRange.class);

    /**
     * @param fileAllowed whether the grid may be the name of a file
     */
    GridShape(boolean fileAllowed) {
        this.fileAllowed = fileAllowed;
    }

    @Override
    public Optional<Grid> read(Node node, String path, Reading reading) {
        return fileAllowed && node instanceof ScalarNode
                ? reading.follow(node, path, (root, there) -> inline(root, path, there))
                : inline(node, path, reading);
    }

    private Optional<Grid> inline(Node node, String path, Reading reading) {
        Map<String, Grid.Axis> axes = new LinkedHashMap<>();
        for (Entry entry : Entry.of(node, path, reading)) {
            List<Object> values = values(entry.value(), entry.path(), reading);
            if (!values.isEmpty()) {
                axes.put(entry.key(), new Grid.Axis(values, reading.place(entry.keyNode())));
            }
        }
        return Optional.of(new Grid(axes));
    }

    @Override
    public String noun() {
        return "map of parameters to a value, a list or a range; or the path of a file with such a map";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> swept = Map.of(
                "anyOf",
                List.of(
                        value.schema(),
                        ImmutableMap.of("type", "array", "minItems", 1, "items", value.schema()),
                        rangeSchema()));
        return Map.of(
                "anyOf",
                List.of(
                        ImmutableMap.of("type", "string", "minLength", 1),
                        ImmutableMap.of("type", "object", "additionalProperties", swept)));
    }

    /** A range takes either step or num_steps. */
    private Map<String, Object> rangeSchema() {
        Map<String, Object> schema = new LinkedHashMap<>(range.schema());
        schema.put("oneOf", List.of(number("step"), number("num_steps")));
        return schema;
    }

    private static Map<String, Object> number(String key) {
        return ImmutableMap.of("properties", Map.of(key, Map.of("type", "number")), "required", List.of(key));
    }

    @Override
    public Optional<Object> written(Grid grid) {
        Map<String, Object> written = new LinkedHashMap<>();
        grid.axes().forEach((name, axis) -> written.put(name, axis.values()));
        return written.isEmpty() ? Optional.empty() : Optional.of(written);
    }

    @Override
    public Optional<Grid> missing() {
        return Optional.of(Grid.none());
    }

    /** The values of one parameter; empty when some are not sound. */
    private List<Object> values(Node node, String path, Reading reading) {
        if (node instanceof MappingNode) {
            return List.copyOf(
                    reading.read(range, node, path).map(SweepRange::values).orElse(List.of()));
        }
        List<Object> values = new ArrayList<>();
        List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        for (Node each : nodes) {
            if (each instanceof ScalarNode && !Reading.isNull(each)) {
                reading.read(value, each, path).ifPresent(values::add);
            } else {
                reading.problem(each, "a swept parameter takes a value, a list of values or a range");
            }
        }
        if (nodes.isEmpty()) {
            reading.problem(node, "the list has no values");
        }
        return values;
    }
}
