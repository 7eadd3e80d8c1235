package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.RegimeSeries;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a columnar pack. Every column is checked against its checksum, the whole against its content hash. */
final class ColumnarReader {

    private final Map<String, ColumnTable> tables = new LinkedHashMap<>();
    private final PackMetadata metadata;
    private final Pack.Builder pack = Pack.builder();

    private ColumnarReader(FileChannel channel) throws IOException {
        ColumnarFormat.Header header =
                ColumnarFormat.Header.read(ByteBuffer.wrap(bytes(channel, 0, ColumnarFormat.HEADER_BYTES)));
        if (header.version() != ColumnarFormat.VERSION) {
            throw new IllegalArgumentException("is a columnar pack of version " + header.version()
                    + "; this program reads version " + ColumnarFormat.VERSION);
        }
        JsonNode directory = directory(channel, header);
        metadata = PackMetadata.read(directory.path("metadata"));
        directory
                .path("instruments")
                .forEach(
                        each -> pack.instrument(InstrumentDocument.read(each, TradingCalendar.newYorkStockExchange())));
        for (JsonNode entry : directory.path("columns")) {
            tables.computeIfAbsent(
                            ColumnTable.name(entry), each -> new ColumnTable(channel, header.columnsFrom(), entry))
                    .add(entry);
        }
    }

    static Pack read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ColumnarReader(channel).assemble();
        } catch (EOFException e) {
            throw new DataException(file.toString(), "is cut short", e);
        } catch (IllegalArgumentException e) {
            throw new DataException(file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private Pack assemble() throws IOException {
        List<BarSeries> bars = new ArrayList<>();
        List<OutcomeSeries> outcomes = new ArrayList<>();
        List<RegimeSeries> regimes = new ArrayList<>();
        List<ChainSeries> chains = new ArrayList<>();
        for (ColumnTable table : tables.values()) {
            switch (table.series()) {
                case "bars" -> bars.add(PackColumns.bars(table, durationOf(table.symbol())));
                case "outcomes" -> outcomes.add(PackColumns.outcomes(table));
                case "regimes" -> regimes.add(PackColumns.regimes(table));
                case "snapshots" -> chains.add(PackColumns.chains(table, quotesOf(table)));
                default -> {}
            }
        }
        Pack built = pack.bars(bars)
                .outcomes(outcomes)
                .regimes(regimes)
                .chains(chains)
                .events(events())
                .labels(metadata.labels())
                .build();
        if (!metadata.hash().equals(Optional.of(built.hash()))) {
            throw new IllegalArgumentException("its content is not what its content_hash says");
        }
        return built;
    }

    private long durationOf(String symbol) {
        return Optional.ofNullable(metadata.durations().get(symbol))
                .orElseThrow(
                        () -> new IllegalArgumentException("does not tell how long the bars of " + symbol + " are"));
    }

    private ColumnTable quotesOf(ColumnTable snapshots) {
        return tables.values().stream()
                .filter(table -> table.series().equals("quotes")
                        && table.symbol().equals(snapshots.symbol())
                        && table.provider().equals(snapshots.provider()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("has no quotes of " + snapshots.symbol()));
    }

    private MarketEvents events() throws IOException {
        return new MarketEvents(
                rows("settlements", PackColumns::settlements),
                rows("funding", PackColumns::funding),
                rows("actions", PackColumns::actions),
                rows("trades", PackColumns::trades),
                rows("index_prices", PackColumns::indexPrices));
    }

    /** Makes rows from their columns. */
    @FunctionalInterface
    private interface Rows<T> {
        List<T> of(ColumnTable table) throws IOException;
    }

    private <T> List<T> rows(String series, Rows<T> rows) throws IOException {
        for (ColumnTable table : tables.values()) {
            if (table.series().equals(series)) {
                return rows.of(table);
            }
        }
        return List.of();
    }

    private static JsonNode directory(FileChannel channel, ColumnarFormat.Header header) throws IOException {
        if (header.directoryBytes() < 0) {
            throw new IllegalArgumentException("its directory is damaged");
        }
        byte[] bytes = bytes(channel, ColumnarFormat.HEADER_BYTES, header.directoryBytes());
        if (ColumnarFormat.crc(ByteBuffer.wrap(bytes)) != header.directoryCrc()) {
            throw new IllegalArgumentException("its directory is damaged");
        }
        try {
            return PackJson.MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("its directory is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int count) throws IOException {
        if (from + count > channel.size()) {
            throw new EOFException();
        }
        byte[] bytes = new byte[count];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }
}
