package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas that {@code argus schema} prints, against the golden documents. */
class SchemaTest {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "title",
            "description",
            "type",
            "enum",
            "required",
            "properties",
            "additionalProperties",
            "items");

    @ParameterizedTest
    @CsvSource({
        "experiment, experiment",
        "rankings, rankings",
        "allocations, allocations",
        "allocations, allocations-empty",
        "pack, pack"
    })
    void goldenDocumentsAreValidAndNothingInThemIsUntold(String schema, String document) throws IOException {
        assertThat(faults(schema(schema), golden(document), "")).isEmpty();
    }

    @Test
    void aPackMayHoldSnapshotsAlone() throws IOException {
        ObjectNode document = (ObjectNode) golden("pack");
        document.remove("bars");

        assertThat(faults(schema("pack"), document, "")).isEmpty();
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        ObjectNode document = (ObjectNode) golden("allocations");
        document.remove("as_of");
        document.put("equity", "much");
        ((ObjectNode) document.path("allocations").path(0)).put("side", "up");

        assertThat(faults(schema("allocations"), document, ""))
                .containsExactlyInAnyOrder(
                        "/as_of is missing", "/equity is no number", "/allocations/0/side is none of the values");
    }

    /** The part of JSON Schema that the schemas use, and that every key of a described object is described. */
    private static List<String> faults(JsonNode schema, JsonNode value, String place) {
        List<String> faults = new ArrayList<>();
        schema.fieldNames().forEachRemaining(keyword -> assertThat(KNOWN).contains(keyword));
        JsonNode types = schema.path("type");
        boolean typed = types.isTextual() && isA(types.asText(), value);
        for (JsonNode type : types) {
            typed |= isA(type.asText(), value);
        }
        if (!typed) {
            faults.add(place + " is no " + types.asText());
            return faults;
        }
        if (schema.has("enum")) {
            boolean among = false;
            for (JsonNode each : schema.path("enum")) {
                among |= each.equals(value);
            }
            if (!among) {
                faults.add(place + " is none of the values");
            }
        }
        if (value.isObject()) {
            schema.path("required").forEach(key -> {
                if (!value.has(key.asText())) {
                    faults.add(place + "/" + key.asText() + " is missing");
                }
            });
            value.properties().forEach(entry -> {
                String inner = place + "/" + entry.getKey();
                JsonNode told = schema.path("properties").path(entry.getKey());
                JsonNode part = told.isObject() ? told : schema.path("additionalProperties");
                if (part.isObject()) {
                    faults.addAll(faults(part, entry.getValue(), inner));
                } else if (schema.has("properties")) {
                    faults.add(inner + " is not told of");
                }
            });
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            faults.addAll(faults(schema.path("items"), value.get(i), place + "/" + i));
        }
        return faults;
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private static JsonNode schema(String name) throws IOException {
        return resource("/io/argus/connectors/file/schema/" + name + ".json");
    }

    private static JsonNode golden(String name) throws IOException {
        return resource("/golden/" + name + ".json");
    }

    private static JsonNode resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(path), path)) {
            return JsonDocuments.parse(path, in.readAllBytes());
        }
    }
}
