package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a replay reads: what the instruments are, their bars, and the outcomes, regimes and option chains derived
 * from or recorded beside them. Immutable and shared by all runs of a sweep.
 *
 * <p>Series are kept in the order of their symbols (outcomes also by horizon), whatever order they came in, so that
 * equal content is equal.
 */
public final class Pack {

    private final List<Instrument> instruments;
    private final List<BarSeries> bars;
    private final List<OutcomeSeries> outcomes;
    private final List<RegimeSeries> regimes;
    private final List<ChainSeries> chains;
    private final ContentHash hash;

    private Pack(
            List<Instrument> instruments,
            List<BarSeries> bars,
            List<OutcomeSeries> outcomes,
            List<RegimeSeries> regimes,
            List<ChainSeries> chains) {
        this.instruments = ordered(instruments, Instrument::symbol);
        this.bars = ordered(bars, BarSeries::symbol);
        this.outcomes = ordered(
                outcomes, series -> series.symbol() + "\u0000" + String.format("%019d", series.horizonSeconds()));
        this.regimes = ordered(regimes, RegimeSeries::scope);
        this.chains = ordered(chains, ChainSeries::underlying);
        requireInstruments();
        hash = ContentHash.of(this);
    }

    /**
     * @throws IllegalArgumentException when a series has no instrument, or two series claim the same place
     */
    public static Pack of(
            List<Instrument> instruments,
            List<BarSeries> bars,
            List<OutcomeSeries> outcomes,
            List<RegimeSeries> regimes,
            List<ChainSeries> chains) {
        return new Pack(instruments, bars, outcomes, regimes, chains);
    }

    /** A pack of bars alone. */
    public static Pack ofBars(List<Instrument> instruments, List<BarSeries> bars) {
        return of(instruments, bars, List.of(), List.of(), List.of());
    }

    /** The same market with other outcomes. */
    public Pack withOutcomes(List<OutcomeSeries> replacement) {
        return of(instruments, bars, replacement, regimes, chains);
    }

    /** The same market with other regimes. */
    public Pack withRegimes(List<RegimeSeries> replacement) {
        return of(instruments, bars, outcomes, replacement, chains);
    }

    public List<Instrument> instruments() {
        return instruments;
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

    public ContentHash hash() {
        return hash;
    }

    public Optional<Instrument> findInstrument(String symbol) {
        return instruments.stream().filter(each -> each.symbol().equals(symbol)).findFirst();
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
        chains.forEach(series -> requireInstrument(series.underlying(), "option chains"));
    }

    private void requireInstrument(String symbol, String what) {
        if (findInstrument(symbol).isEmpty()) {
            throw new IllegalArgumentException("the pack has " + what + " of " + symbol + " but not the instrument");
        }
    }

    private static <T> List<T> ordered(List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(key.apply(item))) {
                throw new IllegalArgumentException("twice in one pack: " + item);
            }
        }
        return items.stream()
                .sorted((a, b) -> key.apply(a).compareTo(key.apply(b)))
                .toList();
    }
}
