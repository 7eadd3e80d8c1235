package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.returns.DailyReturns;
import io.argus.replay.account.AssetCatalog;
import io.argus.replay.execution.Listing;
import io.argus.replay.regime.RegimeDetector;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A pack with what every run needs of it worked out once. Immutable; shared by all runs. */
public final class PreparedPack {

    /** Of the empty series that stands for an instrument without bars. */
    private static final long NO_DURATION_MS = 1;

    private final Pack pack;
    private final List<Listing> listings;
    private final List<List<ChainSeries>> chains;
    private final Map<String, Instrument> optionTerms = new HashMap<>();
    private final AssetCatalog assets;
    private final List<KnownRegimes> regimes;
    private final List<CompleteOutcomes> outcomes;
    private final List<Span> spans;
    private final DayGrid days;
    private final int[] firstDays;
    private final int[] lastDays;

    /**
     * @throws IllegalArgumentException when the pack has neither bars nor option chains
     */
    public PreparedPack(Pack pack) {
        this.pack = pack;
        listings = pack.instruments().stream()
                .map(instrument -> new Listing(instrument, bars(pack, instrument)))
                .toList();
        chains = listings.stream()
                .map(listing -> pack.chains().stream()
                        .filter(series ->
                                series.underlying().equals(listing.instrument().symbol()))
                        .toList())
                .toList();
        pack.optionTerms().forEach(terms -> optionTerms.put(terms.symbol(), terms));
        assets = new AssetCatalog(pack.instruments(), optionTerms);
        boolean empty = IntStream.range(0, listings.size()).noneMatch(this::priced);
        if (empty) {
            throw new IllegalArgumentException("the pack has neither bars nor option chains to replay");
        }
        regimes = listings.stream()
                .map(listing -> new KnownRegimes(regimes(pack, listing)))
                .toList();
        outcomes = pack.outcomes().stream().map(CompleteOutcomes::new).toList();
        spans = IntStream.range(0, listings.size())
                .mapToObj(i -> Span.of(listings.get(i).bars(), chains.get(i)))
                .toList();
        days = DayGrid.of(this);
        firstDays = spans.stream()
                .mapToInt(span -> span.isEmpty() ? days.size() : days.position(span.first(days.calendar())))
                .toArray();
        lastDays = spans.stream()
                .mapToInt(span -> span.isEmpty() ? -1 : days.position(span.last(days.calendar())))
                .toArray();
    }

    public Pack pack() {
        return pack;
    }

    /** Every instrument, in the order of the symbols. */
    public List<Listing> listings() {
        return listings;
    }

    public DayGrid days() {
        return days;
    }

    /** What an option is, by the symbol of its underlying. */
    Map<String, Instrument> optionTerms() {
        return optionTerms;
    }

    /** What can be held. */
    AssetCatalog assets() {
        return assets;
    }

    /** Snapshots of the options on an instrument, by provider. */
    List<ChainSeries> chains(int listing) {
        return chains.get(listing);
    }

    /** From when to when there are data of anything. */
    Span span() {
        return Span.of(spans);
    }

    /**
     * The calendar of what a run trades, by which its returns are counted: round the clock where any of it never closes.
     *
     * @param symbols of the instruments; those that the pack lacks do not count
     */
    public TradingCalendar calendar(Set<String> symbols) {
        List<TradingCalendar> calendars = listings.stream()
                .map(Listing::instrument)
                .filter(instrument -> symbols.contains(instrument.symbol()))
                .map(Instrument::calendar)
                .toList();
        return calendars.isEmpty() || calendars.contains(days.calendar()) ? days.calendar() : calendars.get(0);
    }

    /**
     * The returns of the days from the first to the last on which there are data of any of these instruments: on others a run
     * that trades them does not stand still, it is not there. What is earned after the last of them, by a bar after hours or
     * as something settles, is not lost. Where they have sessions, and the pack has days without, the returns are those of
     * the sessions.
     *
     * @param lastMoved the last day on which anything was earned: then the days go on to it
     */
    public DailyReturns within(DailyReturns returns, Set<String> symbols, Optional<LocalDate> lastMoved) {
        Span span = Span.of(IntStream.range(0, spans.size())
                .filter(i -> symbols.contains(listings.get(i).instrument().symbol()))
                .mapToObj(spans::get)
                .toList());
        if (span.isEmpty()) {
            return returns;
        }
        LocalDate last = span.last(days.calendar());
        DailyReturns own = returns.between(
                span.first(days.calendar()),
                lastMoved.filter(day -> day.isAfter(last)).orElse(last));
        TradingCalendar calendar = calendar(symbols);
        return calendar == days.calendar() ? own : SessionReturns.of(own, calendar);
    }

    /** Whether a day lies between the first and the last on which there are data of the instrument, and is one of its own. */
    boolean hasDataOn(int listing, int day) {
        TradingCalendar calendar = listings.get(listing).instrument().calendar();
        return day >= firstDays[listing]
                && day <= lastDays[listing]
                && (calendar == days.calendar()
                        || calendar.isSession(days.dates().get(day)));
    }

    /** Whether the instrument ever has a price. */
    boolean priced(int listing) {
        return !listings.get(listing).bars().isEmpty()
                || chains.get(listing).stream().anyMatch(series -> series.size() > 0);
    }

    KnownRegimes regimes(int instrument) {
        return regimes.get(instrument);
    }

    List<CompleteOutcomes> outcomes() {
        return outcomes;
    }

    private static BarSeries bars(Pack pack, Instrument instrument) {
        return pack.findBars(instrument.symbol())
                .orElseGet(() ->
                        BarSeries.builder(instrument.symbol(), NO_DURATION_MS).build());
    }

    private static List<Regime> regimes(Pack pack, Listing listing) {
        String symbol = listing.instrument().symbol();
        return pack.regimes().stream()
                .filter(series -> series.scope().equals(symbol))
                .findFirst()
                .map(RegimeSeries::regimes)
                .orElseGet(() -> RegimeDetector.states(
                                listing.bars(), listing.instrument().calendar())
                        .regimes());
    }

    /** The regimes of an instrument as runs walk through them: wrapped once for all, with their times in a column. */
    static final class KnownRegimes {

        private final List<Optional<Regime>> regimes;
        private final long[] knownMs;

        private KnownRegimes(List<Regime> regimes) {
            this.regimes = regimes.stream().map(Optional::of).toList();
            knownMs = regimes.stream().mapToLong(Regime::timestampMs).toArray();
        }

        Optional<Regime> get(int index) {
            return regimes.get(index);
        }

        /** {@link Long#MAX_VALUE} after the last. */
        long knownMs(int index) {
            return index < knownMs.length ? knownMs[index] : Long.MAX_VALUE;
        }
    }

    /** The rows of a series that can ever be known: those whose window ended within the data. */
    static final class CompleteOutcomes {

        private final OutcomeSeries series;
        private final int[] rows;

        private CompleteOutcomes(OutcomeSeries series) {
            this.series = series;
            rows = IntStream.range(0, series.size())
                    .filter(row -> series.status(row) != OutcomeStatus.INCOMPLETE)
                    .toArray();
        }

        OutcomeSeries series() {
            return series;
        }

        int count() {
            return rows.length;
        }

        int row(int index) {
            return rows[index];
        }

        long knownMs(int index) {
            return series.windowEnd(rows[index]);
        }
    }
}
