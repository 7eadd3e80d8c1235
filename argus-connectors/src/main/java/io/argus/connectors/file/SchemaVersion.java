package io.argus.connectors.file;

import com.fasterxml.jackson.databind.JsonNode;

/** Of what version the schemas are that this program reads and writes. */
public final class SchemaVersion {

    public static final int CURRENT = 1;

    private SchemaVersion() {}

    /**
     * Refuses what a later program wrote; files of old, and of other programs, tell no version and are of the first.
     *
     * @param version what the file says under {@code schema_version}; missing or null where it says nothing
     * @throws IllegalArgumentException when it is another
     */
    public static void require(JsonNode version) {
        if (!version.isMissingNode() && !version.isNull() && version.asDouble() != CURRENT) {
            throw new IllegalArgumentException(
                    "is of schema version " + version.asText() + "; this program reads version " + CURRENT);
        }
    }
}
