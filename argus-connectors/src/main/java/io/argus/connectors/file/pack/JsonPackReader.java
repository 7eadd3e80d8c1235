package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.file.FileFault;
import io.argus.connectors.file.JsonFault;
import io.argus.connectors.file.SchemaVersion;
import io.argus.domain.DataException;
import io.argus.research.port.PackStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a pack from a stream of JSON, a row at a time. Sections may come in any order and keys that mean nothing are
 * ignored, so that packs of other programs load.
 */
final class JsonPackReader {

    private final Path file;
    private final String origin;
    private final PackRows rows;

    private Optional<PackMetadata> metadata = Optional.empty();

    private JsonPackReader(Path file, PackStore.Reading reading) {
        this.file = file;
        origin = file.toString();
        rows = new PackRows(origin, new SnapshotRows(reading.assumedReceiptDelayMs(), this::metadata));
    }

    static PackStore.Loaded read(Path file, PackStore.Reading reading) throws IOException {
        JsonPackReader reader = new JsonPackReader(file, reading);
        try {
            reader.readSections();
            return new PackAssembly(reader.origin, reader.rows, reader.metadata(), reading).pack();
        } catch (IllegalArgumentException e) {
            throw new DataException(reader.origin, String.valueOf(e.getMessage()), e);
        }
    }

    private void readSections() throws IOException {
        Set<String> seen = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser parser = PackJson.FACTORY.createParser(in)) {
            requireDocument(parser);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String section = parser.currentName();
                if (!seen.add(section)) {
                    throw new DataException(origin, "has \"" + section + "\" twice");
                }
                parser.nextToken();
                readSection(section, parser);
            }
            if (parser.nextToken() != null) {
                throw new DataException(origin, "goes on after its end");
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
        if (!seen.contains("bars") && !seen.contains("snapshots")) {
            throw new DataException(origin, "is no pack: it has neither \"bars\" nor \"snapshots\"");
        }
    }

    private void readSection(String section, JsonParser parser) throws IOException {
        switch (section) {
            case "schema_version" -> SchemaVersion.require(PackJson.MAPPER.readTree(parser));
            case "metadata" -> metadata = Optional.of(metadata(parser));
            default -> rows.read(section, parser);
        }
    }

    /** What the file says of itself; looked for ahead when something needs it before it is met. */
    private PackMetadata metadata() {
        if (metadata.isEmpty()) {
            metadata = Optional.of(findMetadata());
        }
        return metadata.get();
    }

    private PackMetadata findMetadata() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser parser = PackJson.FACTORY.createParser(in)) {
            requireDocument(parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("metadata");
                parser.nextToken();
                if (found) {
                    return metadata(parser);
                }
                parser.skipChildren();
            }
            return PackMetadata.none();
        } catch (JacksonException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new DataException(origin, "cannot be read: " + FileFault.reason(e), e);
        }
    }

    private PackMetadata metadata(JsonParser parser) throws IOException {
        JsonNode node = PackJson.MAPPER.readTree(parser);
        try {
            return PackMetadata.read(node);
        } catch (IllegalArgumentException e) {
            throw new DataException(origin, String.valueOf(e.getMessage()), e);
        }
    }

    private void requireDocument(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new DataException(origin, "is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new DataException(origin, "is no pack: a JSON object is expected");
        }
    }

    private DataException notJson(JacksonException e) {
        return JsonFault.of(origin, "is not whole JSON", e);
    }
}
