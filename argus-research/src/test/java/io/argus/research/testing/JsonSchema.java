package io.argus.research.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * The part of JSON Schema 2020-12 that the program's schemas use, over documents as maps, lists, texts, numbers, booleans
 * and null. A schema with another keyword is refused, so that none is passed over.
 */
public final class JsonSchema {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "title",
            "description",
            "default",
            "format",
            "type",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "propertyNames",
            "items",
            "minItems",
            "uniqueItems",
            "minLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "anyOf",
            "allOf",
            "oneOf",
            "if",
            "then");

    private final boolean closed;

    private JsonSchema(boolean closed) {
        this.closed = closed;
    }

    /** What is wrong with a document; nothing where it is valid. */
    public static List<String> faults(Map<?, ?> schema, Object document) {
        return new JsonSchema(false).faults(schema, document, "");
    }

    /** The same, and the keys that the schema does not tell of, in every object of which it tells some. */
    public static List<String> faultsAndUntold(Map<?, ?> schema, Object document) {
        return new JsonSchema(true).faults(schema, document, "");
    }

    private List<String> faults(Map<?, ?> schema, Object value, String place) {
        schema.keySet().forEach(keyword -> {
            if (!KNOWN.contains(String.valueOf(keyword))) {
                throw new IllegalArgumentException("a keyword that is not checked: " + keyword);
            }
        });
        List<String> faults = new ArrayList<>();
        List<?> types = list(schema, "type");
        if (closed && types.isEmpty() && !schema.containsKey("anyOf")) {
            faults.add(place + " may be anything");
        }
        if (!types.isEmpty() && types.stream().noneMatch(type -> isA(String.valueOf(type), value))) {
            faults.add(place + " is no " + schema.get("type"));
            return faults;
        }
        if (schema.get("enum") instanceof List<?> choices && choices.stream().noneMatch(each -> same(each, value))) {
            faults.add(place + " is none of the values");
        }
        if (value instanceof Number number) {
            bounds(schema, new BigDecimal(number.toString()), place, faults);
        } else if (value instanceof String text) {
            text(schema, text, place, faults);
        } else if (value instanceof Map<?, ?> object) {
            object(schema, object, place, faults);
        } else if (value instanceof List<?> items) {
            items(schema, items, place, faults);
        }
        combined(schema, value, place, faults);
        return faults;
    }

    private static void bounds(Map<?, ?> schema, BigDecimal number, String place, List<String> faults) {
        bound(schema, "minimum", number, place, faults, (value, bound) -> value.compareTo(bound) >= 0);
        bound(schema, "exclusiveMinimum", number, place, faults, (value, bound) -> value.compareTo(bound) > 0);
        bound(schema, "maximum", number, place, faults, (value, bound) -> value.compareTo(bound) <= 0);
        bound(schema, "exclusiveMaximum", number, place, faults, (value, bound) -> value.compareTo(bound) < 0);
    }

    private static void bound(
            Map<?, ?> schema,
            String keyword,
            BigDecimal number,
            String place,
            List<String> faults,
            BiPredicate<BigDecimal, BigDecimal> sound) {
        if (schema.get(keyword) instanceof Number bound && !sound.test(number, new BigDecimal(bound.toString()))) {
            faults.add(place + " breaks " + keyword + " " + bound);
        }
    }

    private static void text(Map<?, ?> schema, String text, String place, List<String> faults) {
        if (schema.get("minLength") instanceof Integer least && text.length() < least) {
            faults.add(place + " is too short");
        }
        if (schema.get("pattern") instanceof String pattern
                && !Pattern.compile(pattern).matcher(text).find()) {
            faults.add(place + " does not look like " + pattern);
        }
    }

    private void object(Map<?, ?> schema, Map<?, ?> object, String place, List<String> faults) {
        list(schema, "required").forEach(key -> {
            if (!object.containsKey(key)) {
                faults.add(place + "/" + key + " is missing");
            }
        });
        Map<?, ?> told = schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
        object.forEach((key, value) -> {
            String inner = place + "/" + key;
            if (schema.get("propertyNames") instanceof Map<?, ?> names) {
                faults.addAll(faults(names, String.valueOf(key), inner));
            }
            if (told.get(key) instanceof Map<?, ?> part) {
                faults.addAll(faults(part, value, inner));
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> part) {
                faults.addAll(faults(part, value, inner));
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))
                    || (closed && schema.containsKey("properties"))) {
                faults.add(inner + " is not told of");
            }
        });
    }

    private void items(Map<?, ?> schema, List<?> items, String place, List<String> faults) {
        if (schema.get("minItems") instanceof Integer least && items.size() < least) {
            faults.add(place + " has too few items");
        }
        if (Boolean.TRUE.equals(schema.get("uniqueItems")) && new HashSet<>(items).size() < items.size()) {
            faults.add(place + " has an item twice");
        }
        for (int i = 0; schema.get("items") instanceof Map<?, ?> each && i < items.size(); i++) {
            faults.addAll(faults(each, items.get(i), place + "/" + i));
        }
    }

    private void combined(Map<?, ?> schema, Object value, String place, List<String> faults) {
        parts(schema, "allOf").forEach(part -> faults.addAll(faults(part, value, place)));
        if (schema.containsKey("anyOf")
                && parts(schema, "anyOf").stream().noneMatch(part -> valid(part, value, place))) {
            faults.add(place + " is none of what it may be");
        }
        if (schema.containsKey("oneOf")
                && parts(schema, "oneOf").stream()
                                .filter(part -> valid(part, value, place))
                                .count()
                        != 1) {
            faults.add(place + " is not one of what it may be");
        }
        if (schema.get("if") instanceof Map<?, ?> condition
                && schema.get("then") instanceof Map<?, ?> then
                && valid(condition, value, place)) {
            faults.addAll(faults(then, value, place));
        }
    }

    private boolean valid(Map<?, ?> schema, Object value, String place) {
        return faults(schema, value, place).isEmpty();
    }

    private static List<Map<?, ?>> parts(Map<?, ?> schema, String keyword) {
        List<Map<?, ?>> parts = new ArrayList<>();
        list(schema, keyword).forEach(each -> parts.add((Map<?, ?>) each));
        return parts;
    }

    /** What stands under a keyword: a list, one, or nothing. */
    private static List<?> list(Map<?, ?> schema, String keyword) {
        Object value = schema.get(keyword);
        if (value instanceof List<?> list) {
            return list;
        }
        return value == null ? List.of() : List.of(value);
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        return one.equals(other);
    }

    private static boolean isA(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            case "integer" -> value instanceof Number && !(value instanceof Double);
            case "number" -> value instanceof Number;
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }
}
