package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.file.BarIntervals;
import io.argus.connectors.file.FileFault;
import io.argus.connectors.file.JsonFault;
import io.argus.connectors.file.SchemaVersion;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.RegimeSeries;
import io.argus.research.port.PackStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a pack from a stream of JSON, a row at a time. Sections may come in any order and keys that mean nothing are
 * ignored, so that packs of other programs load; whatever had to be assumed is told.
 */
final class JsonPackReader {

    private final Path file;
    private final String origin;
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Optional<PackMetadata> metadata = Optional.empty();
    private final List<JsonNode> instruments = new ArrayList<>();
    private final Map<String, BarRows> bars = new TreeMap<>();
    private final BarRows.Row bar = new BarRows.Row();
    private final OutcomeRows outcomes = new OutcomeRows();
    private final RegimeRows regimes = new RegimeRows();
    private final SnapshotRows snapshots;
    private final EventRows events = new EventRows();

    private JsonPackReader(Path file, PackStore.Reading reading) {
        this.file = file;
        origin = file.toString();
        snapshots = new SnapshotRows(reading.assumedReceiptDelayMs(), this::metadata);
    }

    static PackStore.Loaded read(Path file, PackStore.Reading reading) throws IOException {
        JsonPackReader reader = new JsonPackReader(file, reading);
        try {
            reader.readSections();
            return reader.assemble(reading);
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
            case "instruments" ->
                JsonRows.each(parser, origin, section, i -> instruments.add(PackJson.MAPPER.readTree(parser)));
            case "bars" ->
                JsonRows.each(parser, origin, section, i -> {
                    bar.read(parser);
                    bars.computeIfAbsent(bar.symbol, each -> new BarRows()).add(i, bar);
                });
            case "outcomes" ->
                JsonRows.each(parser, origin, section, i -> {
                    if (i >= PackJson.MOST_OUTCOMES) {
                        throw new DataException(
                                origin,
                                "has more than " + PackJson.MOST_OUTCOMES
                                        + " outcomes, which JSON is too slow for; make it a .pack file");
                    }
                    outcomes.read(parser);
                });
            case "regimes" -> JsonRows.each(parser, origin, section, i -> regimes.read(i, parser));
            case "snapshots" -> JsonRows.each(parser, origin, section, i -> snapshots.read(parser));
            case "settlements" -> JsonRows.each(parser, origin, section, i -> events.settlement(parser));
            case "funding" -> JsonRows.each(parser, origin, section, i -> events.funding(parser));
            case "actions" -> JsonRows.each(parser, origin, section, i -> events.action(parser));
            case "trades" -> JsonRows.each(parser, origin, section, i -> events.trade(parser));
            case "index_prices" -> JsonRows.each(parser, origin, section, i -> events.indexPrice(parser));
            default -> parser.skipChildren();
        }
    }

    private PackStore.Loaded assemble(PackStore.Reading reading) {
        Pack.Builder pack = Pack.builder();
        InstrumentCatalog catalog = new InstrumentCatalog();
        instruments.forEach(node -> catalog.add(instrument(node)));
        List<ChainSeries> chains = snapshots.series();
        List<OutcomeSeries> outcomeSeries = outcomes.series(none -> onlySymbol("outcomes"));
        bars.keySet().forEach(symbol -> catalog.assumeSpot(named(symbol), this::usualCalendar));
        outcomeSeries.forEach(each -> catalog.assumeSpot(each.symbol(), this::usualCalendar));
        chains.forEach(each -> catalog.assumeSpot(each.underlying(), this::usualCalendar));
        chains.stream()
                .map(ChainSeries::underlying)
                .distinct()
                .forEach(symbol -> catalog.assumeListedOptions(symbol, marketIsKnown(symbol)));
        catalog.notes().forEach(note -> notes.add(origin + ": " + note));
        pack.instruments(catalog.instruments());
        List<BarSeries> series = new ArrayList<>();
        bars.forEach((symbol, rows) -> {
            String named = named(symbol);
            series.add(rows.series(origin, named, intervals(named, rows, catalog)));
        });
        pack.bars(series).outcomes(outcomeSeries).regimes(regimeSeries(catalog)).chains(chains);
        pack.events(events.events()).labels(metadata().labels());
        if (snapshots.withAssumedReceipt() > 0) {
            long delay = reading.assumedReceiptDelayMs().orElseThrow();
            pack.label(Pack.ASSUMED_RECEIPT_DELAY_MS, Long.toString(delay));
            warnings.add(origin + ": snapshots that do not tell when they were received: "
                    + snapshots.withAssumedReceipt() + "; assumed " + delay + " ms after they were sent");
        }
        if (snapshots.withoutExpiry() > 0) {
            warnings.add(origin + ": quotes that do not tell when they expire, left out: " + snapshots.withoutExpiry());
        }
        Pack built = pack.build();
        metadata().hash().filter(told -> !told.equals(built.hash())).ifPresent(told -> {
            throw new DataException(
                    origin,
                    "its content is not what its content_hash says (" + built.hash() + ", not " + told
                            + "): it was changed after it was written");
        });
        return new PackStore.Loaded(built, notes, warnings);
    }

    private Instrument instrument(JsonNode node) {
        try {
            return InstrumentDocument.read(node, metadata().calendar().orElse(TradingCalendar.newYorkStockExchange()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "instrument " + node.path("symbol").asText("?") + ": " + e.getMessage(), e);
        }
    }

    /** Whether anything tells on what market the symbol trades; snapshots alone do not. */
    private boolean marketIsKnown(String symbol) {
        return metadata().calendar().isPresent()
                || instruments.stream()
                        .anyMatch(each -> each.path("symbol").asText("").equals(symbol))
                || bars.keySet().stream().anyMatch(each -> named(each).equals(symbol));
    }

    private TradingCalendar usualCalendar(String symbol) {
        Optional<TradingCalendar> told = metadata().calendar();
        if (told.isPresent()) {
            return told.get();
        }
        boolean neverCloses = bars.entrySet().stream()
                .anyMatch(entry ->
                        named(entry.getKey()).equals(symbol) && entry.getValue().outsideExchangeHours());
        return neverCloses ? TradingCalendar.roundTheClock() : TradingCalendar.newYorkStockExchange();
    }

    private BarIntervals intervals(String symbol, BarRows rows, InstrumentCatalog catalog) {
        Instrument instrument = catalog.find(symbol)
                .orElseThrow(() -> new IllegalArgumentException("no instrument for the bars of " + symbol));
        Optional<Long> told = Optional.ofNullable(metadata().durations().get(symbol))
                .or(() -> metadata().barDurationMs().stream().boxed().findFirst());
        if (told.isPresent()) {
            return new BarIntervals(instrument.calendar(), told.get());
        }
        long likely = rows.likelyDurationMs()
                .orElseThrow(() -> new IllegalArgumentException("how long the bars of " + symbol
                        + " are cannot be told from one of them; metadata.bar_duration_ms must say so"));
        notes.add(origin + ": bars of " + symbol + " are taken to be " + likely / 1000
                + " s long, by the time from one to the next");
        return new BarIntervals(instrument.calendar(), likely);
    }

    private List<RegimeSeries> regimeSeries(InstrumentCatalog catalog) {
        List<RegimeSeries> series = new ArrayList<>();
        for (String scope : regimes.scopes()) {
            String symbol = scope.isEmpty() ? onlySymbol("regimes") : scope;
            Optional<Instrument> instrument = catalog.find(symbol);
            if (instrument.isPresent()) {
                series.add(regimes.series(scope, symbol, instrument.get().calendar()));
            } else {
                warnings.add(origin + ": regimes of " + scope + ", which is no instrument of the pack, left out: "
                        + regimes.size(scope));
            }
        }
        return series;
    }

    private String named(String symbol) {
        return symbol.isEmpty() ? onlySymbol("bars") : symbol;
    }

    /** What rows without a symbol are of. */
    private String onlySymbol(String section) {
        List<String> named =
                bars.keySet().stream().filter(symbol -> !symbol.isEmpty()).toList();
        return metadata()
                .symbol()
                .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "some " + section + " have no symbol, and metadata.symbol does not tell it"));
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
