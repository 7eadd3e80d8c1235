package io.argus.connectors.file.pack;

import java.util.Locale;

/** How the values of a column are written: little-endian, one after the other. */
enum ColumnType {
    /** IEEE 754 double; NaN for what is absent. */
    F64(8),
    I64(8),
    I32(4),
    I8(1),
    /** Where each text ends, as I32, then all of them in UTF-8. */
    TEXT(4);

    private final int bytes;

    ColumnType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes that so many values take at least; for texts, without the texts. */
    long bytes(long rows) {
        return rows * bytes;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ColumnType of(String key) {
        for (ColumnType each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no column type is called \"" + key + "\"");
    }
}
