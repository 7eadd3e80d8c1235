package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Instrument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Everything a replay reads: what the instruments are, their bars, option chains and events, and the outcomes and
 * regimes derived from the bars. Immutable and shared by all runs of a sweep.
 *
 * <p>Series are kept in the order of their symbols (outcomes also by horizon, chains by provider), whatever order they
 * came in, and series without a row are dropped, so that equal content is equal.
 */
public final class Pack {

    /** The label of a pack whose prices no market made; its value says how they were made. */
    public static final String SYNTHETIC = "synthetic";

    /** The label of a pack whose snapshots carried no time of receipt: how long after sending one was assumed, in ms. */
    public static final String ASSUMED_RECEIPT_DELAY_MS = "assumed_receipt_delay_ms";

    private final List<Instrument> instruments;
    private final List<Instrument> optionTerms;
    private final List<BarSeries> bars;
    private final List<OutcomeSeries> outcomes;
    private final List<RegimeSeries> regimes;
    private final List<ChainSeries> chains;
    private final MarketEvents events;
    private final SortedMap<String, String> labels;
    private final ContentHash hash;

    private Pack(Builder from) {
        instruments = ordered(from.instruments, Instrument::symbol);
        optionTerms = ordered(from.optionTerms, Instrument::symbol);
        bars = ordered(filled(from.bars, BarSeries::size), BarSeries::symbol);
        outcomes = ordered(
                filled(from.outcomes, OutcomeSeries::size),
                series -> series.symbol() + "\u0000" + String.format(Locale.ROOT, "%019d", series.horizonSeconds()));
        regimes = ordered(filled(from.regimes, series -> series.regimes().size()), RegimeSeries::scope);
        chains = ordered(
                filled(from.chains, ChainSeries::size), series -> series.underlying() + "\u0000" + series.provider());
        events = from.events;
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(from.labels));
        requireInstruments();
        hash = ContentHash.of(this);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A pack of bars alone. */
    public static Pack ofBars(List<Instrument> instruments, List<BarSeries> bars) {
        return builder().instruments(instruments).bars(bars).build();
    }

    /** A builder that holds all of this pack. */
    public Builder toBuilder() {
        return new Builder()
                .instruments(instruments)
                .instruments(optionTerms)
                .bars(bars)
                .outcomes(outcomes)
                .regimes(regimes)
                .chains(chains)
                .events(events)
                .labels(labels);
    }

    /** The same market with other outcomes. */
    public Pack withOutcomes(List<OutcomeSeries> replacement) {
        return toBuilder().outcomes(replacement).build();
    }

    /** The same market with other regimes. */
    public Pack withRegimes(List<RegimeSeries> replacement) {
        return toBuilder().regimes(replacement).build();
    }

    /** What has prices of its own: everything but options. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /**
     * The terms of options: one instrument of kind option for each underlying, under the underlying's symbol, that
     * tells what one contract of its chains is, or one under the contract's own symbol.
     */
    public List<Instrument> optionTerms() {
        return optionTerms;
    }

    public List<BarSeries> bars() {
        return bars;
    }

    public List<OutcomeSeries> outcomes() {
        return outcomes;
    }

    public List<RegimeSeries> regimes() {
        return regimes;
    }

    public List<ChainSeries> chains() {
        return chains;
    }

    public MarketEvents events() {
        return events;
    }

    /** What must be told of the pack wherever its results go, by name; most packs have none. */
    public SortedMap<String, String> labels() {
        return labels;
    }

    public ContentHash hash() {
        return hash;
    }

    public Optional<Instrument> findInstrument(String symbol) {
        return instruments.stream().filter(each -> each.symbol().equals(symbol)).findFirst();
    }

    /** The terms of the options on an underlying. */
    public Optional<Instrument> findOptionTerms(String underlying) {
        return optionTerms.stream()
                .filter(each -> each.symbol().equals(underlying))
                .findFirst();
    }

    public Optional<BarSeries> findBars(String symbol) {
        return bars.stream().filter(each -> each.symbol().equals(symbol)).findFirst();
    }

    /** The symbols that have bars, in order. */
    public List<String> symbols() {
        return bars.stream().map(BarSeries::symbol).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pack that && hash.equals(that.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "pack of " + symbols() + " " + hash.hex().substring(0, 12);
    }

    private void requireInstruments() {
        bars.forEach(series -> requireInstrument(series.symbol(), "bars"));
        outcomes.forEach(series -> requireInstrument(series.symbol(), "outcomes"));
        regimes.forEach(series -> requireInstrument(series.scope(), "regimes"));
        events.funding().forEach(row -> requireInstrument(row.symbol(), "funding"));
        events.actions().forEach(row -> requireInstrument(row.symbol(), "corporate actions"));
        chains.forEach(series -> requireInstrument(series.underlying(), "option chains"));
    }

    private void requireInstrument(String symbol, String what) {
        if (findInstrument(symbol).isEmpty()) {
            throw new IllegalArgumentException("the pack has " + what + " of " + symbol + " but not the instrument");
        }
    }

    private static <T> List<T> filled(List<T> series, ToIntFunction<T> size) {
        return series.stream().filter(each -> size.applyAsInt(each) > 0).toList();
    }

    private static <T> List<T> ordered(List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                throw new IllegalArgumentException("twice in one pack: " + item);
            }
        }
        return items.stream().sorted(Comparator.comparing(key)).toList();
    }

    /** Collects the parts of a pack; each method replaces that part, but for instruments, which add up. */
    public static final class Builder {

        private final List<Instrument> instruments = new ArrayList<>();
        private final List<Instrument> optionTerms = new ArrayList<>();
        private List<BarSeries> bars = List.of();
        private List<OutcomeSeries> outcomes = List.of();
        private List<RegimeSeries> regimes = List.of();
        private List<ChainSeries> chains = List.of();
        private MarketEvents events = MarketEvents.none();
        private final SortedMap<String, String> labels = new TreeMap<>();

        private Builder() {}

        /** Adds an instrument; one of kind option becomes the terms of an underlying's options. */
        public Builder instrument(Instrument instrument) {
            boolean option = instrument.spec().kind() == ContractSpec.Kind.OPTION;
            (option ? optionTerms : instruments).add(instrument);
            return this;
        }

        public Builder instruments(List<Instrument> added) {
            added.forEach(this::instrument);
            return this;
        }

        public Builder bars(List<BarSeries> series) {
            bars = List.copyOf(series);
            return this;
        }

        public Builder outcomes(List<OutcomeSeries> series) {
            outcomes = List.copyOf(series);
            return this;
        }

        public Builder regimes(List<RegimeSeries> series) {
            regimes = List.copyOf(series);
            return this;
        }

        public Builder chains(List<ChainSeries> series) {
            chains = List.copyOf(series);
            return this;
        }

        public Builder events(MarketEvents all) {
            events = all;
            return this;
        }

        public Builder label(String name, String value) {
            labels.put(name, value);
            return this;
        }

        public Builder labels(Map<String, String> all) {
            labels.putAll(all);
            return this;
        }

        /**
         * @throws IllegalArgumentException when a series has no instrument, or two series claim the same place
         */
        public Pack build() {
            return new Pack(this);
        }
    }
}
