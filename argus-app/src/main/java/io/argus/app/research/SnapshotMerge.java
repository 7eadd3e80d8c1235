package io.argus.app.research;

import io.argus.app.research.OptionSnapshots.Days;
import io.argus.app.research.OptionSnapshots.Source;
import io.argus.app.terminal.Counted;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PackUnion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gathers from several packs what belongs to the options on a pack's symbols. Where two of them have the same snapshot the
 * first is believed; where they disagree on what a contract is, the second is refused. For one thread.
 */
final class SnapshotMerge {

    private final Pack pack;
    private final TradingCalendar calendar;
    private final List<Pack> parts = new ArrayList<>();
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final Map<String, Instrument> terms = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    SnapshotMerge(Pack pack, TradingCalendar calendar) {
        this.pack = pack;
        this.calendar = calendar;
    }

    /**
     * Takes what a pack has of a symbol on the days of its bars, and tells what that is.
     *
     * @throws DataException when none of its snapshots was received on those days, or it contradicts what is known
     */
    String add(Pack from, Source source, BarSeries bars) {
        Days days = Days.of(bars, calendar);
        List<ChainSeries> found = from.chains().stream()
                .filter(series -> series.underlying().equals(source.symbol()))
                .toList();
        List<ChainSeries> kept = found.stream()
                .map(series -> within(series, days))
                .filter(series -> series.size() > 0)
                .toList();
        int had = found.stream().mapToInt(ChainSeries::size).sum();
        int has = kept.stream().mapToInt(ChainSeries::size).sum();
        if (has == 0) {
            throw source.refused("none of its " + Counted.of(had, "option snapshot") + " of " + source.symbol()
                    + " was received on the days of the bars, " + days + "; it has those of "
                    + calendar.dateAt(found.stream()
                            .mapToLong(series -> series.received(0))
                            .min()
                            .orElseThrow())
                    + " to "
                    + calendar.dateAt(found.stream()
                            .mapToLong(series -> series.received(series.size() - 1))
                            .max()
                            .orElseThrow()));
        }
        Instrument instrument = instrument(from, source);
        from.optionTerms().stream()
                .filter(each -> belongs(each.symbol(), source.symbol()))
                .forEach(each -> agreed(terms, each, source));
        parts.add(Pack.builder()
                .instrument(instrument)
                .chains(kept)
                .events(events(from, source.symbol(), days))
                .labels(from.labels())
                .build());
        return Counted.of(has, "option snapshot") + " of " + source.symbol() + " from " + source.file()
                + (has < had ? "; " + (had - has) + " received outside the days of its bars left out" : "");
    }

    /** The pack with all that was taken. */
    Pack merged() {
        Pack options = parts.size() == 1 ? parts.get(0) : PackUnion.of(parts);
        options.chains().stream().map(ChainSeries::underlying).distinct().forEach(this::assumeTerms);
        return Pack.builder()
                .instruments(pack.instruments().stream()
                        .map(each -> instruments.getOrDefault(each.symbol(), each))
                        .toList())
                .instruments(List.copyOf(terms.values()))
                .bars(pack.bars())
                .outcomes(pack.outcomes())
                .regimes(pack.regimes())
                .chains(options.chains())
                .events(pack.events()
                        .withSettlements(options.events().settlements())
                        .withFunding(options.events().funding()))
                .labels(pack.labels())
                .labels(options.labels())
                .build();
    }

    /** What was assumed. */
    List<String> notes() {
        return notes;
    }

    /** What a person should look at. */
    List<String> warnings() {
        return warnings;
    }

    /** What the symbol itself is, where the other pack says more than that it is spot. */
    private Instrument instrument(Pack from, Source source) {
        String symbol = source.symbol();
        Instrument known = pack.findInstrument(symbol).orElseThrow();
        Instrument told = from.findInstrument(symbol).orElseThrow();
        if (told.equals(Instrument.spot(symbol, told.calendar()))) {
            return instruments.computeIfAbsent(symbol, none -> known);
        }
        if (!told.calendar().equals(calendar)) {
            throw source.refused(symbol + " trades on the calendar "
                    + told.calendar().name() + " there, and on " + calendar.name() + " by experiment.market");
        }
        instruments.remove(symbol, known);
        agreed(instruments, told, source);
        return told;
    }

    private static void agreed(Map<String, Instrument> known, Instrument told, Source source) {
        Instrument before = known.putIfAbsent(told.symbol(), told);
        if (before != null && !before.equals(told)) {
            throw source.refused("describes " + told.symbol() + " otherwise than the files before it");
        }
    }

    /** As packs are read: options described nowhere are listed ones where that can be meant. */
    private void assumeTerms(String underlying) {
        if (terms.containsKey(underlying)) {
            return;
        }
        Optional<Instrument> listed = Optional.of(Instrument.listedOption(underlying, calendar))
                .filter(each -> calendar.equals(TradingCalendar.newYorkStockExchange()))
                .filter(each -> Optional.ofNullable(instruments.get(underlying))
                        .filter(spot -> spot.spec().quoteCurrency().equals("USD"))
                        .isPresent());
        listed.ifPresent(each -> terms.put(underlying, each));
        if (listed.isPresent()) {
            notes.add("    options of " + underlying + " are described nowhere; taken as listed in the United States: "
                    + "100 units a contract");
        } else {
            warnings.add("options of " + underlying
                    + " cannot be traded: no instrument of kind option tells what a contract is");
        }
    }

    private static ChainSeries within(ChainSeries series, Days days) {
        int from = 0;
        int to = series.size();
        while (from < to && !days.hold(series.received(from))) {
            from++;
        }
        while (to > from && !days.hold(series.received(to - 1))) {
            to--;
        }
        if (to - from == series.size()) {
            return series;
        }
        ChainSeries.Builder kept = ChainSeries.builder(series.underlying(), series.provider());
        for (int i = from; i < to; i++) {
            kept.add(series.chain(i));
        }
        return kept.build();
    }

    private static MarketEvents events(Pack from, String symbol, Days days) {
        return MarketEvents.none()
                .withSettlements(from.events().settlements().stream()
                        .filter(each -> belongs(each.instrument(), symbol) && days.hold(each.knownMs()))
                        .toList())
                .withFunding(from.events().funding().stream()
                        .filter(each -> each.symbol().equals(symbol) && days.hold(each.timeMs()))
                        .toList());
    }

    /** Whether a symbol is the underlying's, or that of a contract on it. */
    private static boolean belongs(String symbol, String underlying) {
        return symbol.equals(underlying)
                || OptionContract.findBySymbol(symbol)
                        .filter(contract -> contract.underlying().equals(underlying))
                        .isPresent();
    }
}
