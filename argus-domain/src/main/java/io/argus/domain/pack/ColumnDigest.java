package io.argus.domain.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over named columns: name, row count, then little-endian values. Every NaN counts as the same one. */
final class ColumnDigest {

    /** Values hashed at once. */
    private static final int CHUNK = 1 << 13;

    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final double[] chunk = new double[CHUNK];

    ColumnDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void text(String value) {
        flush();
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        buffer.putInt(bytes.length);
        flush();
        sha256.update(bytes);
    }

    void longs(String name, long[] values) {
        column(name, values.length);
        flush();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.asLongBuffer().put(values, from, count);
            flushBytes(count * Long.BYTES);
        }
    }

    void ints(String name, int[] values) {
        column(name, values.length);
        for (int value : values) {
            room(Integer.BYTES).putInt(value);
        }
    }

    void doubles(String name, double[] values) {
        column(name, values.length);
        flush();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            for (int i = 0; i < count; i++) {
                double value = values[from + i];
                // Not the value itself, which may be any of many NaNs.
                chunk[i] = Double.isNaN(value) ? Double.NaN : value;
            }
            buffer.asDoubleBuffer().put(chunk, 0, count);
            flushBytes(count * Double.BYTES);
        }
    }

    void bytes(String name, byte[] values) {
        column(name, values.length);
        flush();
        sha256.update(values);
    }

    void texts(String name, List<String> values) {
        column(name, values.size());
        values.forEach(this::text);
    }

    String hex() {
        flush();
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void column(String name, int rows) {
        text(name);
        room(Integer.BYTES).putInt(rows);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Takes the first bytes of the buffer, which were put there past its position. */
    private void flushBytes(int count) {
        buffer.position(count);
        flush();
    }

    private void flush() {
        buffer.flip();
        sha256.update(buffer);
        buffer.clear();
    }
}
