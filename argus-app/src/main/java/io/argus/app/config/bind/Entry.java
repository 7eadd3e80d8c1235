package io.argus.app.config.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A key with its value.
 *
 * @param path that of the key
 */
public record Entry(String key, Node keyNode, Node value, String path) {

    /** Those of a section, each key once and remembered with its place; what is no key or stands twice is a problem. */
    public static List<Entry> of(Node node, String path, Reading reading) {
        List<Entry> entries = new ArrayList<>();
        if (!(node instanceof MappingNode mapping)) {
            if (!Reading.isNull(node)) {
                reading.problem(node, (path.isEmpty() ? "the file" : Scalar.name(path)) + " takes keys with values");
            }
            return entries;
        }
        Map<String, Place> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (!(keyNode instanceof ScalarNode scalar)) {
                reading.problem(keyNode, "a key is a single word");
            } else if (reading.plain(keyNode)) {
                String key = scalar.getValue();
                Place before = seen.putIfAbsent(key, reading.place(keyNode));
                if (before != null) {
                    reading.problem(keyNode, key + " stands here twice, first in line " + before.line());
                } else {
                    String full = path.isEmpty() ? key : path + "." + key;
                    reading.remember(full, keyNode);
                    entries.add(new Entry(key, keyNode, tuple.getValueNode(), full));
                }
            }
        }
        return entries;
    }
}
