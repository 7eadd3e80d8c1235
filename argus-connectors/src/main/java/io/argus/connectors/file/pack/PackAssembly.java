package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.file.BarIntervals;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.RegimeSeries;
import io.argus.research.port.PackStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a pack of the rows of a JSON file. What the file leaves open is taken for what is usual, so that packs of other
 * programs load; whatever had to be assumed is told.
 */
final class PackAssembly {

    private final String origin;
    private final PackRows rows;
    private final PackMetadata metadata;
    private final PackStore.Reading reading;
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    PackAssembly(String origin, PackRows rows, PackMetadata metadata, PackStore.Reading reading) {
        this.origin = origin;
        this.rows = rows;
        this.metadata = metadata;
        this.reading = reading;
    }

    PackStore.Loaded pack() {
        InstrumentCatalog catalog = new InstrumentCatalog();
        rows.instruments.forEach(node -> catalog.add(instrument(node)));
        List<ChainSeries> chains = rows.snapshots.series();
        List<OutcomeSeries> outcomes = rows.outcomes.series(none -> onlySymbol("outcomes"));
        assumeWhatIsNotTold(catalog, outcomes, chains);
        Pack.Builder pack = Pack.builder()
                .instruments(catalog.instruments())
                .bars(bars(catalog))
                .outcomes(outcomes)
                .regimes(regimes(catalog))
                .chains(chains)
                .events(rows.events.events())
                .labels(metadata.labels());
        tellOfSnapshots(pack);
        Pack built = pack.build();
        requireToldHash(built);
        return new PackStore.Loaded(built, notes, warnings);
    }

    private void assumeWhatIsNotTold(
            InstrumentCatalog catalog, List<OutcomeSeries> outcomes, List<ChainSeries> chains) {
        rows.bars.keySet().forEach(symbol -> catalog.assumeSpot(named(symbol), this::usualCalendar));
        outcomes.forEach(each -> catalog.assumeSpot(each.symbol(), this::usualCalendar));
        chains.forEach(each -> catalog.assumeSpot(each.underlying(), this::usualCalendar));
        chains.stream()
                .map(ChainSeries::underlying)
                .distinct()
                .forEach(symbol -> catalog.assumeListedOptions(symbol, marketIsKnown(symbol)));
        catalog.notes().forEach(note -> notes.add(origin + ": " + note));
    }

    private List<BarSeries> bars(InstrumentCatalog catalog) {
        List<BarSeries> series = new ArrayList<>();
        rows.bars.forEach((symbol, own) -> {
            String named = named(symbol);
            series.add(own.series(origin, named, intervals(named, own, catalog)));
        });
        return series;
    }

    private void tellOfSnapshots(Pack.Builder pack) {
        if (rows.snapshots.withAssumedReceipt() > 0) {
            long delay = reading.assumedReceiptDelayMs().orElseThrow();
            pack.label(Pack.ASSUMED_RECEIPT_DELAY_MS, Long.toString(delay));
            warnings.add(origin + ": snapshots that do not tell when they were received: "
                    + rows.snapshots.withAssumedReceipt() + "; assumed " + delay + " ms after they were sent");
        }
        if (rows.snapshots.withoutExpiry() > 0) {
            warnings.add(
                    origin + ": quotes that do not tell when they expire, left out: " + rows.snapshots.withoutExpiry());
        }
    }

    private void requireToldHash(Pack built) {
        metadata.hash().filter(told -> !told.equals(built.hash())).ifPresent(told -> {
            throw new DataException(
                    origin,
                    "its content is not what its content_hash says (" + built.hash() + ", not " + told
                            + "): it was changed after it was written");
        });
    }

    private Instrument instrument(JsonNode node) {
        try {
            return InstrumentDocument.read(node, metadata.calendar().orElse(TradingCalendar.newYorkStockExchange()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "instrument " + node.path("symbol").asText("?") + ": " + e.getMessage(), e);
        }
    }

    /** Whether anything tells on what market the symbol trades; snapshots alone do not. */
    private boolean marketIsKnown(String symbol) {
        return metadata.calendar().isPresent()
                || rows.instruments.stream()
                        .anyMatch(each -> each.path("symbol").asText("").equals(symbol))
                || rows.bars.keySet().stream().anyMatch(each -> named(each).equals(symbol));
    }

    private TradingCalendar usualCalendar(String symbol) {
        Optional<TradingCalendar> told = metadata.calendar();
        if (told.isPresent()) {
            return told.get();
        }
        boolean neverCloses = rows.bars.entrySet().stream()
                .anyMatch(entry ->
                        named(entry.getKey()).equals(symbol) && entry.getValue().outsideExchangeHours());
        return neverCloses ? TradingCalendar.roundTheClock() : TradingCalendar.newYorkStockExchange();
    }

    private BarIntervals intervals(String symbol, BarRows own, InstrumentCatalog catalog) {
        Instrument instrument = catalog.find(symbol)
                .orElseThrow(() -> new IllegalArgumentException("no instrument for the bars of " + symbol));
        Optional<Long> told = Optional.ofNullable(metadata.durations().get(symbol))
                .or(() -> metadata.barDurationMs().stream().boxed().findFirst());
        if (told.isPresent()) {
            return new BarIntervals(instrument.calendar(), told.get());
        }
        long likely = own.likelyDurationMs()
                .orElseThrow(() -> new IllegalArgumentException("how long the bars of " + symbol
                        + " are cannot be told from one of them; metadata.bar_duration_ms must say so"));
        notes.add(origin + ": bars of " + symbol + " are taken to be " + likely / 1000
                + " s long, by the time from one to the next");
        return new BarIntervals(instrument.calendar(), likely);
    }

    private List<RegimeSeries> regimes(InstrumentCatalog catalog) {
        List<RegimeSeries> series = new ArrayList<>();
        for (String scope : rows.regimes.scopes()) {
            String symbol = scope.isEmpty() ? onlySymbol("regimes") : scope;
            Optional<Instrument> instrument = catalog.find(symbol);
            if (instrument.isPresent()) {
                series.add(rows.regimes.series(scope, symbol, instrument.get().calendar()));
            } else {
                warnings.add(origin + ": regimes of " + scope + ", which is no instrument of the pack, left out: "
                        + rows.regimes.size(scope));
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
                rows.bars.keySet().stream().filter(symbol -> !symbol.isEmpty()).toList();
        return metadata.symbol()
                .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "some " + section + " have no symbol, and metadata.symbol does not tell it"));
    }
}
