package io.argus.app.config.bind;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** How values of a type stand in a text. Immutable. */
public interface Shape<T> {

    /**
     * The value, empty when the node has none that is sound, which is then among the reading's problems. Nodes within are
     * read through {@link Reading#read}.
     */
    Optional<T> read(Node node, String path, Reading reading);

    /** What values look like, for people: {@code number in (0, 1]}. */
    String noun();

    /** What values look like, as JSON Schema. */
    Map<String, Object> schema();

    /** The value as it would be written: text, number, boolean, list or map; empty when nothing would be. */
    Optional<Object> written(T value);

    /** What a missing key means; empty when it must be there. */
    default Optional<T> missing() {
        return Optional.empty();
    }

    /** The keys within, where values are sections or lists of them. */
    default Optional<Section<?>> section() {
        return Optional.empty();
    }
}
