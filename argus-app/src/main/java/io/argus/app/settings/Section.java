package io.argus.app.settings;

import io.argus.domain.ConfigProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of the file: hands out values by key and type, and writes down what is wrong with them and where. */
final class Section {

    private final String file;
    private final List<ConfigProblem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    Section(String file, List<ConfigProblem> problems, Optional<Node> node) {
        this.file = file;
        this.problems = problems;
        node.ifPresent(this::fill);
    }

    private void fill(Node node) {
        if (isNull(node)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "expected keys and values");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            keys.put(key, tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), key + " stands here twice");
            }
        }
    }

    Section section(String key) {
        return new Section(file, problems, find(key));
    }

    List<Section> sections(String key) {
        List<Section> found = new ArrayList<>();
        items(key).forEach(item -> found.add(new Section(file, problems, Optional.of(item))));
        return found;
    }

    Optional<String> text(String key) {
        return scalar(key);
    }

    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof ScalarNode scalar) {
                found.add(scalar.getValue());
            } else {
                problem(item, "expected a single value in " + key);
            }
        }
        return found;
    }

    Optional<BigDecimal> number(String key) {
        Optional<String> text = scalar(key);
        if (text.isPresent()) {
            try {
                return Optional.of(new BigDecimal(text.get().replace("_", "")));
            } catch (NumberFormatException e) {
                problem(key, key + " takes a number, not \"" + text.get() + "\"");
            }
        }
        return Optional.empty();
    }

    /** Keys with single values or lists of them, as they stand: a grid, or fixed parameters. */
    Map<String, List<Object>> grid(String key) {
        Map<String, List<Object>> grid = new LinkedHashMap<>();
        Section inner = section(key);
        inner.values.forEach((name, node) -> {
            inner.read.add(name);
            grid.put(name, new SweepRange(file, problems).expand(name, node));
        });
        return grid;
    }

    /** Names with numbers; null switches one off. */
    Map<String, Optional<Double>> numbers(String key) {
        Map<String, Optional<Double>> found = new LinkedHashMap<>();
        Section inner = section(key);
        inner.values.forEach((name, node) -> found.put(
                name, isNull(node) ? Optional.empty() : inner.number(name).map(BigDecimal::doubleValue)));
        return found;
    }

    boolean has(String key) {
        Node node = values.get(key);
        return node != null && !isNull(node);
    }

    void problem(String key, String message) {
        problems.add(new ConfigProblem(position(key), message));
    }

    /** Once everything was read: what is left is not known. */
    void refuseUnknown() {
        keys.forEach((key, node) -> {
            if (!read.contains(key)) {
                String advice = Suggestion.nearest(key, read)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; known here are " + read.stream().sorted().toList());
                problem(node, "unknown key " + key + advice);
            }
        });
    }

    String position(String key) {
        Node node = values.get(key);
        return node == null ? file : position(file, node);
    }

    private Optional<Node> find(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Optional<String> scalar(String key) {
        Optional<Node> node = find(key).filter(each -> !isNull(each));
        if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
            problem(node.get(), key + " takes a single value");
            return Optional.empty();
        }
        return node.map(each -> ((ScalarNode) each).getValue());
    }

    private List<Node> items(String key) {
        Optional<Node> node = find(key).filter(each -> !isNull(each));
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(node.get(), key + " takes a list");
        return List.of();
    }

    private void problem(Node node, String message) {
        problems.add(new ConfigProblem(position(file, node), message));
    }

    static String position(String file, Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1) + ":"
                + (node.getStartMark().getColumn() + 1);
    }

    static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && Set.of("", "null", "~", "Null", "NULL").contains(scalar.getValue());
    }
}
