package io.argus.connectors.file.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The layout of a columnar pack: a header of 24 bytes (magic, version, length and CRC32C of the directory), the
 * directory in JSON, then the columns. Everything after the header starts at a multiple of 8 bytes; offsets in the
 * directory count from the first column. docs/packs.md describes it for other programs.
 */
final class ColumnarFormat {

    static final int HEADER_BYTES = 24;
    static final int VERSION = 1;

    /** "ARGUSPAK" as it stands in the file. */
    private static final long MAGIC = 0x4b41505355475241L;

    private ColumnarFormat() {}

    /**
     * The first bytes of a file.
     *
     * @param directoryBytes how long the directory is
     */
    record Header(int version, int directoryBytes, int directoryCrc) {

        ByteBuffer bytes() {
            return ByteBuffer.allocate(HEADER_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(MAGIC)
                    .putInt(version)
                    .putInt(directoryBytes)
                    .putInt(directoryCrc)
                    .putInt(0)
                    .flip();
        }

        /** Where the first column stands. */
        long columnsFrom() {
            return aligned(HEADER_BYTES + (long) directoryBytes);
        }

        static Header read(ByteBuffer bytes) {
            ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            if (!startsWithMagic(in)) {
                throw new IllegalArgumentException("is no columnar pack");
            }
            in.position(Long.BYTES);
            return new Header(in.getInt(), in.getInt(), in.getInt());
        }
    }

    static boolean startsWithMagic(ByteBuffer bytes) {
        return bytes.remaining() >= Long.BYTES
                && bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong() == MAGIC;
    }

    static long aligned(long offset) {
        return (offset + 7) & -8L;
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }
}
