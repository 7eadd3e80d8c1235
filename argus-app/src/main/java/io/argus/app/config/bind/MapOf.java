package io.argus.app.config.bind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Values of one shape by name, in the order written. Missing means empty. */
record MapOf<K, V>(Scalar<K> key, Shape<V> value) implements Shape<Map<K, V>> {

    @Override
    public Optional<Map<K, V>> read(Node node, String path, Reading reading) {
        Map<K, V> values = new LinkedHashMap<>();
        Entry.of(node, path, reading)
                .forEach(entry -> reading.read(key, entry.keyNode(), entry.path())
                        .ifPresent(name -> reading.read(value, entry.value(), entry.path())
                                .ifPresent(found -> values.put(name, found))));
        return Optional.of(values);
    }

    @Override
    public String noun() {
        return "map of " + key.noun() + " to: " + value.noun();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (key.schema().containsKey("enum")) {
            schema.put("propertyNames", key.schema());
        }
        schema.put("additionalProperties", value.schema());
        return schema;
    }

    @Override
    public Optional<Object> written(Map<K, V> values) {
        Map<String, Object> written = new LinkedHashMap<>();
        values.forEach((name, each) -> value.written(each)
                .ifPresent(text ->
                        written.put(key.written(name).map(Object::toString).orElse(""), text)));
        return Optional.of(written);
    }

    @Override
    public Optional<Map<K, V>> missing() {
        return Optional.of(Map.of());
    }
}
