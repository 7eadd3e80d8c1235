package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.DataException;
import io.argus.domain.testing.Packs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Columnar packs whose checksums are right and whose content is not: no disk makes them, but another program may. */
class ForeignColumnsTest {

    private final FilePackStore store = new FilePackStore();

    @TempDir
    private Path folder = Path.of("");

    private byte[] sound = {};
    private int directoryBytes;

    @BeforeEach
    void writeSoundPack() throws IOException {
        Path file = folder.resolve("sound.pack");
        store.save(file, Packs.of(3, 40));
        sound = Files.readAllBytes(file);
        directoryBytes = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000_000, Integer.MAX_VALUE})
    void moreRowsThanTheFileCanHoldTakeNoMemory(int rows) throws IOException {
        refused(bars -> bars.put("rows", rows), "the column timestamp_ms of bars of " + firstBars() + " is damaged");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE - 7, 1L << 40, -8})
    void aColumnBeyondTheFileIsRefused(long offset) throws IOException {
        refused(bars -> bars.put("offset", offset), "the column timestamp_ms of bars of " + firstBars());
    }

    @ParameterizedTest
    @CsvSource({"regimes, vol_regime", "regimes, trend_regime", "regimes, session_regime", "trades, taker"})
    void aWordThatMeansNothingIsTold(String series, String column) throws IOException {
        ObjectNode directory = directory();
        ObjectNode entry = entry(directory, series, column);
        int rows = entry.path("rows").intValue();
        int from = (int) columnsFrom() + entry.path("offset").intValue();
        sound[from + (int) ColumnType.TEXT.bytes(rows)] = 'x';
        ByteBuffer changed = ByteBuffer.wrap(sound, from, entry.path("bytes").intValue());
        entry.put("crc32c", Integer.toUnsignedLong(ColumnarFormat.crc(changed)));

        refused(directory, "no " + column + " is called \"x");
    }

    private void refused(Consumer<ObjectNode> change, String why) throws IOException {
        ObjectNode directory = directory();
        directory.path("columns").forEach(column -> {
            if (column.path("series").asText().equals("bars")) {
                change.accept((ObjectNode) column);
            }
        });
        refused(directory, why);
    }

    private void refused(ObjectNode directory, String why) throws IOException {
        Path file = folder.resolve("foreign.pack");
        Files.write(file, with(directory));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> store.load(file))
                .withMessageContaining(file + ": ")
                .withMessageContaining(why);
    }

    private String firstBars() throws IOException {
        return entry(directory(), "bars", "timestamp_ms").path("symbol").asText();
    }

    private static ObjectNode entry(ObjectNode directory, String series, String column) {
        for (JsonNode each : directory.path("columns")) {
            if (each.path("series").asText().equals(series)
                    && each.path("column").asText().equals(column)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError("the pack has no " + column + " of " + series);
    }

    private long columnsFrom() {
        return ColumnarFormat.aligned(ColumnarFormat.HEADER_BYTES + (long) directoryBytes);
    }

    private ObjectNode directory() throws IOException {
        return (ObjectNode) PackJson.MAPPER.readTree(sound, ColumnarFormat.HEADER_BYTES, directoryBytes);
    }

    /** The pack with another directory, whose checksum is right. */
    private byte[] with(ObjectNode directory) throws IOException {
        byte[] text = directory.toString().getBytes(StandardCharsets.UTF_8);
        ColumnarFormat.Header header = new ColumnarFormat.Header(
                ColumnarFormat.VERSION, text.length, ColumnarFormat.crc(ByteBuffer.wrap(text)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header.bytes().array());
        out.write(text);
        out.write(new byte[(int) header.columnsFrom() - out.size()]);
        out.write(sound, (int) columnsFrom(), sound.length - (int) columnsFrom());
        return out.toByteArray();
    }
}
