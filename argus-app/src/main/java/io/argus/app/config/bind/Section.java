package io.argus.app.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Keys with values, as the components of a record have them. Missing means that every key is. */
public final class Section<R> implements Shape<R> {

    /**
     * A key of the section.
     *
     * @param fallback what a missing key means; empty when it must be there
     */
    public record Field<T>(String key, String doc, Shape<T> shape, Optional<T> fallback, RecordComponent component) {

        /** The default as it would be written; empty where there is none, or it is nothing. */
        public Optional<Object> writtenFallback() {
            return fallback.flatMap(shape::written);
        }

        /** What a section has under this key, as it would be written. */
        public Optional<Object> written(Object section) {
            return shape.written(value(section));
        }

        /** What a section has under this key. */
        @SuppressWarnings("unchecked") // the component and the shape come from one type
        public T value(Object section) {
            try {
                return (T) component.getAccessor().invoke(section);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a public record's component can be read: " + component, e);
            }
        }

        /** What the section gives; where that is wrong, which has been reported, the default, so that all can be checked. */
        private Optional<T> read(Optional<Entry> entry, Node section, Reading reading) {
            if (entry.isPresent() && !Reading.isNull(entry.get().value())) {
                return reading.read(shape, entry.get().value(), entry.get().path())
                        .or(this::fallback);
            }
            if (fallback.isEmpty()) {
                reading.problem(section, key + " is missing");
            }
            return fallback;
        }
    }

    private final Constructor<R> constructor;
    private final List<Field<?>> fields;

    private Section(Constructor<R> constructor, List<Field<?>> fields) {
        this.constructor = constructor;
        this.fields = List.copyOf(fields);
    }

    static <R> Section<R> of(Class<R> record, Shapes shapes) {
        RecordComponent[] components = record.getRecordComponents();
        List<Field<?>> fields = new ArrayList<>();
        for (RecordComponent component : components) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalStateException("no @Key on " + record.getSimpleName() + "." + component.getName());
            }
            fields.add(field(component, key, shapes.of(component.getGenericType(), Range.parse(key.range()))));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return new Section<>(record.getDeclaredConstructor(types), fields);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor: " + record, e);
        }
    }

    private static <T> Field<T> field(RecordComponent component, Key key, Shape<T> shape) {
        Optional<T> fallback = key.fallback().isEmpty()
                ? shape.missing()
                : Optional.of(Yaml.readTrusted(shape, key.fallback(), component.getName()));
        return new Field<>(snakeCase(component.getName()), key.doc(), shape, fallback, component);
    }

    /** In the order of the components. */
    public List<Field<?>> fields() {
        return fields;
    }

    @Override
    public Optional<R> read(Node node, String path, Reading reading) {
        Map<String, Entry> given = new HashMap<>();
        List<String> known = fields.stream().map(Field::key).toList();
        for (Entry entry : Entry.of(node, path, reading)) {
            if (known.contains(entry.key())) {
                given.put(entry.key(), entry);
            } else {
                reading.problem(entry.keyNode(), unknown(entry.key(), known));
            }
        }
        List<Object> values = new ArrayList<>();
        for (Field<?> field : fields) {
            field.read(Optional.ofNullable(given.get(field.key())), node, reading)
                    .ifPresent(values::add);
        }
        return values.size() == fields.size() ? create(values, node, reading) : Optional.empty();
    }

    private Optional<R> create(List<Object> values, Node node, Reading reading) {
        try {
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                reading.problem(node, String.valueOf(wrong.getMessage()));
                return missing();
            }
            throw new IllegalStateException("cannot create " + constructor, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + constructor, e);
        }
    }

    private static String unknown(String key, List<String> known) {
        String question = Suggestion.question(key, known);
        return "unknown key " + key + (question.isEmpty() ? "; known here are " + String.join(", ", known) : question);
    }

    @Override
    public String noun() {
        return "section";
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            Map<String, Object> property = new LinkedHashMap<>();
            if (field.fallback().isPresent()) {
                property.put("anyOf", List.of(field.shape().schema(), Map.of("type", "null")));
            } else {
                property.putAll(field.shape().schema());
            }
            property.put("description", field.doc());
            if (field.shape().section().isEmpty()) {
                field.writtenFallback().ifPresent(value -> property.put("default", value));
            }
            properties.put(field.key(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = fields.stream()
                .filter(field -> field.fallback().isEmpty())
                .map(Field::key)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** Every key that has a value, in the order of the fields. */
    @Override
    public Optional<Object> written(R value) {
        Map<String, Object> written = new LinkedHashMap<>();
        fields.forEach(field -> field.written(value).ifPresent(each -> written.put(field.key(), each)));
        return Optional.of(written);
    }

    @Override
    public Optional<R> missing() {
        List<Object> values = new ArrayList<>();
        fields.forEach(field -> field.fallback().ifPresent(values::add));
        if (values.size() < fields.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the defaults of a section make no sense: " + constructor, e);
        }
    }

    @Override
    public Optional<Section<?>> section() {
        return Optional.of(this);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
