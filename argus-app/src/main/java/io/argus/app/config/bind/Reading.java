package io.argus.app.config.bind;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One pass over a text: remembers where every path stands and gathers what is wrong. A path is {@code
 * evaluation.allocation.kelly_fraction} or {@code strategies[0].sweep.fast}. For one thread.
 */
public final class Reading {

    /** What plain YAML values are, whatever YAML itself takes them for: the type wanted decides how they are read. */
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP, Tag.MERGE);

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final String source;
    private final Problems problems;
    private final Map<String, Place> places;
    private final Set<Node> under = Collections.newSetFromMap(new IdentityHashMap<>());

    Reading(String source, Problems problems) {
        this(source, problems, new LinkedHashMap<>());
    }

    private Reading(String source, Problems problems, Map<String, Place> places) {
        this.source = source;
        this.problems = problems;
        this.places = places;
    }

    /**
     * What stands in another file, read in the same pass; empty when it cannot be read, which is then among the problems.
     *
     * @param name its path
     * @param path where the name hangs, and what stands in the file with it
     * @param inside reads the other file's topmost node
     */
    public <T> Optional<T> follow(Node name, String path, BiFunction<Node, Reading, Optional<T>> inside) {
        return Scalar.path()
                .read(name, path, this)
                .flatMap(file -> Yaml.compose(file, problems)
                        .flatMap(root -> inside.apply(root, new Reading(file.toString(), problems, places))));
    }

    /**
     * The value of a node, empty when it has none that is sound, which is then among the problems.
     *
     * @param path where the node hangs
     */
    public <T> Optional<T> read(Shape<T> shape, Node node, String path) {
        if (!plain(node)) {
            return Optional.empty();
        }
        if (!under.add(node)) {
            problem(node, "refers to itself");
            return Optional.empty();
        }
        try {
            places.putIfAbsent(path, place(node));
            return shape.read(node, path, this);
        } finally {
            under.remove(node);
        }
    }

    /** Whether a node carries no tag of its own, which would be a problem. */
    boolean plain(Node node) {
        boolean plain = PLAIN.contains(node.getTag());
        if (!plain) {
            problem(node, "tags such as " + node.getTag() + " are not allowed; write the value without it");
        }
        return plain;
    }

    void remember(String path, Node key) {
        places.put(path, place(key));
    }

    /** Where a path stands: its key, else what it belongs to. */
    Place place(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return Place.of(source);
    }

    public Place place(Node node) {
        return Place.of(source, node);
    }

    public void problem(Node node, String message) {
        problems.add(place(node), message);
    }

    /** Whether a node says that there is no value: nothing, {@code null} or {@code ~}, without quotes. */
    public static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.isPlain() && NULLS.contains(scalar.getValue());
    }
}
