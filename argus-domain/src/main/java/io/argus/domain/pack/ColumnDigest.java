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

    private final MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

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
        for (long value : values) {
            room(Long.BYTES).putLong(value);
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
        for (double value : values) {
            room(Long.BYTES).putLong(Double.doubleToLongBits(value));
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

    private void flush() {
        buffer.flip();
        sha256.update(buffer);
        buffer.clear();
    }
}
