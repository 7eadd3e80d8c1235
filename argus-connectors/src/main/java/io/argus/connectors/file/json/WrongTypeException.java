package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;

/** A value of another type than the one that its key has. */
final class WrongTypeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Longer values are cut short in messages. */
    private static final int MOST_SHOWN = 40;

    private final transient JsonNode holder;
    private final String step;
    private final String complaint;

    /**
     * @param holder the object or list that the value stands in, or the document itself: the parser makes one node of
     *     equal scalars, which has no place of its own
     * @param step from there to the value: {@code .key}, {@code [3]}, or nothing for the holder itself
     * @param expected such as {@code a number}
     */
    WrongTypeException(JsonNode holder, String step, String expected, JsonNode value) {
        super(expected);
        this.holder = holder;
        this.step = step;
        complaint = " must be " + expected + ", not " + shown(value);
    }

    /** What is wrong, with the path that leads to it: {@code rankings[2].dsr must be a number, not "0.97"}. */
    String within(JsonNode document) {
        IdentityHashMap<JsonNode, String> paths = new IdentityHashMap<>();
        trace(document, "", paths);
        String path = paths.getOrDefault(holder, "") + step;
        return (path.isEmpty() ? "the document" : path.replaceFirst("^\\.", "")) + complaint;
    }

    private static void trace(JsonNode node, String path, IdentityHashMap<JsonNode, String> paths) {
        paths.put(node, path);
        node.properties().forEach(entry -> {
            trace(entry.getValue(), path + "." + entry.getKey(), paths);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            trace(node.get(i), path + "[" + i + "]", paths);
        }
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        if (value.isNumber() && Double.isInfinite(value.doubleValue())) {
            return "one beyond 1e308";
        }
        String text = value.toString();
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }
}
