package io.argus.connectors.file.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.file.FileFault;
import io.argus.connectors.file.JsonFault;
import io.argus.connectors.file.SchemaVersion;
import io.argus.domain.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads and writes JSON trees, and what every document begins with. */
final class JsonDocuments {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance));

    private JsonDocuments() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String text(JsonNode document) {
        try {
            return PRETTY.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static String line(JsonNode document) {
        return document.toString();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DataException(file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    static JsonNode parse(String origin, byte[] bytes) {
        try {
            JsonNode document = MAPPER.readTree(bytes);
            if (document == null || document.isMissingNode()) {
                throw new DataException(origin, "is empty");
            }
            return document;
        } catch (JacksonException e) {
            throw JsonFault.of(origin, "is not JSON", e);
        } catch (IOException e) {
            throw new DataException(origin, "is not UTF-8 text", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static void put(ObjectNode into, String key, OptionalDouble value) {
        if (value.isPresent()) {
            put(into, key, value.getAsDouble());
        } else {
            into.putNull(key);
        }
    }

    static void put(ObjectNode into, String key, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException(key + " is no number that JSON has: " + value);
        }
        into.put(key, value);
    }

    static void put(ObjectNode into, String key, OptionalInt value) {
        if (value.isPresent()) {
            into.put(key, value.getAsInt());
        } else {
            into.putNull(key);
        }
    }

    static ObjectNode values(Map<String, ?> values) {
        ObjectNode node = object();
        values.forEach((key, value) -> node.set(key, MAPPER.valueToTree(value)));
        return node;
    }

    /** The values of an object, as maps, lists, texts, numbers, booleans and nothing. */
    static Map<String, Object> map(JsonNode object) {
        return MAPPER.convertValue(object.isObject() ? object : object(), new TypeReference<Map<String, Object>>() {});
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            node.add(value);
        }
        return node;
    }

    /** A new object that tells its schema's version. */
    static ObjectNode versioned() {
        return object().put("schema_version", SchemaVersion.CURRENT);
    }

    /** The same, which also tells when it was made. */
    static ObjectNode generated(Instant at) {
        return versioned().put("generated_at", at.toString());
    }

    /** Refuses what a later program wrote. */
    static void requireVersion(String origin, JsonNode document) {
        try {
            SchemaVersion.require(document.path("schema_version"));
        } catch (IllegalArgumentException e) {
            throw new DataException(origin, String.valueOf(e.getMessage()), e);
        }
    }
}
