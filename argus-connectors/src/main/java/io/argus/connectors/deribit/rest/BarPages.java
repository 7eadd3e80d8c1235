package io.argus.connectors.deribit.rest;

import io.argus.domain.market.Bar;
import io.argus.domain.market.BarSeries;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Collects the bars of several answers: each opening time once, however the pages overlap, and nothing unfinished. */
final class BarPages {

    private final String symbol;
    private final long durationMs;
    private final long fromMs;
    private final long toMs;
    private final long nowMs;
    private final NavigableMap<Long, Bar> bars = new TreeMap<>();

    BarPages(String symbol, long durationMs, long fromMs, long toMs, long nowMs) {
        this.symbol = symbol;
        this.durationMs = durationMs;
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.nowMs = nowMs;
    }

    /** Takes a bar when it is wanted and has closed. One that is no bar, such as of price zero, is left out. */
    void add(long openMs, double open, double high, double low, double close, double volume) {
        long closeMs = openMs + durationMs;
        boolean wanted = openMs >= fromMs && openMs < toMs && closeMs <= nowMs && low > 0;
        if (wanted) {
            bars.putIfAbsent(openMs, new Bar(openMs, closeMs, open, high, low, close, volume));
        }
    }

    BarSeries series() {
        BarSeries.Builder series = BarSeries.builder(symbol, durationMs);
        for (Bar bar : bars.values()) {
            series.add(
                    bar.openTimeMs(), bar.closeTimeMs(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
        return series.build();
    }
}
