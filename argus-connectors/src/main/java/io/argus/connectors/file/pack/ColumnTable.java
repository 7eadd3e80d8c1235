package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of equal length that belong together, as a file holds them. A column is mapped and checked when it is asked
 * for.
 */
final class ColumnTable {

    private final FileChannel channel;
    private final long columnsFrom;
    private final String name;
    private final JsonNode place;
    private final int rows;
    private final Map<String, JsonNode> entries = new LinkedHashMap<>();

    /**
     * @param first the directory's entry of one of the columns
     */
    ColumnTable(FileChannel channel, long columnsFrom, JsonNode first) {
        this.channel = channel;
        this.columnsFrom = columnsFrom;
        place = first;
        name = name(first);
        rows = whole(first, "rows");
    }

    /** What table an entry of the directory belongs to. */
    static String name(JsonNode entry) {
        String of =
                entry.path("series").asText() + " of " + entry.path("symbol").asText();
        return entry.has("horizon_seconds")
                ? of + " at " + entry.path("horizon_seconds").asLong() + " s"
                : of
                        + (entry.has("provider")
                                ? " from " + entry.path("provider").asText()
                                : "");
    }

    void add(JsonNode entry) {
        if (whole(entry, "rows") != rows) {
            throw new IllegalArgumentException("columns of " + name + " differ in length");
        }
        entries.put(entry.path("column").asText(), entry);
    }

    String series() {
        return place.path("series").asText();
    }

    String symbol() {
        return place.path("symbol").asText();
    }

    String provider() {
        return place.path("provider").asText();
    }

    long horizonSeconds() {
        return place.path("horizon_seconds").asLong();
    }

    int rows() {
        return rows;
    }

    double[] f64(String column) throws IOException {
        DoubleBuffer in = map(column, ColumnType.F64).asDoubleBuffer();
        double[] values = new double[in.remaining()];
        in.get(values);
        return values;
    }

    long[] i64(String column) throws IOException {
        LongBuffer in = map(column, ColumnType.I64).asLongBuffer();
        long[] values = new long[in.remaining()];
        in.get(values);
        return values;
    }

    int[] i32(String column) throws IOException {
        IntBuffer in = map(column, ColumnType.I32).asIntBuffer();
        int[] values = new int[in.remaining()];
        in.get(values);
        return values;
    }

    byte[] i8(String column) throws IOException {
        ByteBuffer in = map(column, ColumnType.I8);
        byte[] values = new byte[in.remaining()];
        in.get(values);
        return values;
    }

    String[] text(String column) throws IOException {
        ByteBuffer bytes = map(column, ColumnType.TEXT);
        int[] end = new int[rows];
        bytes.asIntBuffer().get(end);
        int textsFrom = Math.toIntExact(ColumnType.TEXT.bytes(rows));
        String[] values = new String[rows];
        int start = 0;
        for (int i = 0; i < rows; i++) {
            if (end[i] < start || textsFrom + (long) end[i] > bytes.limit()) {
                throw damaged(column);
            }
            byte[] text = new byte[end[i] - start];
            bytes.get(textsFrom + start, text);
            values[i] = new String(text, StandardCharsets.UTF_8);
            start = end[i];
        }
        return values;
    }

    /** What a column claims is compared with the file before any memory is taken for it. */
    private ByteBuffer map(String column, ColumnType type) throws IOException {
        JsonNode entry = Optional.ofNullable(entries.get(column))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
        long bytes = entry.path("bytes").asLong(-1);
        long offset = entry.path("offset").asLong(-1);
        long least = type.bytes(rows);
        boolean fits = ColumnType.of(entry.path("type").asText()) == type
                && offset >= 0
                && offset % 8 == 0
                && bytes <= Integer.MAX_VALUE
                && (type == ColumnType.TEXT ? bytes >= least : bytes == least);
        if (!fits) {
            throw damaged(column);
        }
        if (offset > channel.size() || columnsFrom + offset + bytes > channel.size()) {
            throw new IllegalArgumentException("ends before the column " + column + " of " + name + " does");
        }
        ByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, columnsFrom + offset, bytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        if (Integer.toUnsignedLong(ColumnarFormat.crc(map))
                != entry.path("crc32c").asLong(-1)) {
            throw damaged(column);
        }
        return map;
    }

    /** The constants that the texts of a column name. */
    <E extends Enum<E>> List<E> constants(String column, E[] known) throws IOException {
        List<E> constants = new ArrayList<>(rows);
        for (String text : text(column)) {
            constants.add(Arrays.stream(known)
                    .filter(each -> each.name().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(name + ": no " + column + " is called \"" + text + "\"")));
        }
        return constants;
    }

    private IllegalArgumentException damaged(String column) {
        return new IllegalArgumentException("the column " + column + " of " + name + " is damaged");
    }

    private static int whole(JsonNode entry, String key) {
        JsonNode value = entry.path(key);
        if (!value.canConvertToInt() || value.intValue() < 0) {
            throw new IllegalArgumentException("its directory is damaged: " + key + " of " + name(entry));
        }
        return value.intValue();
    }
}
