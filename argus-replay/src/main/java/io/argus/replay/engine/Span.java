package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import java.time.LocalDate;
import java.util.List;

/**
 * From when to when there are data of some instruments.
 *
 * @param startMs when the first bar opens or the first snapshot is received
 * @param lastCloseMs when the last bar closes; {@link Long#MIN_VALUE} without bars
 * @param endMs when the last bar closes or the last snapshot is received
 */
record Span(long startMs, long lastCloseMs, long endMs) {

    private static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);

    static Span of(BarSeries bars, List<ChainSeries> chains) {
        Span span = NONE;
        if (!bars.isEmpty()) {
            long close = bars.closeTime(bars.size() - 1);
            span = new Span(bars.openTime(0), close, close);
        }
        for (ChainSeries series : chains) {
            if (series.size() > 0) {
                span = span.and(new Span(series.received(0), Long.MIN_VALUE, series.received(series.size() - 1)));
            }
        }
        return span;
    }

    static Span of(List<Span> all) {
        return all.stream().reduce(NONE, Span::and);
    }

    private Span and(Span other) {
        return new Span(
                Math.min(startMs, other.startMs),
                Math.max(lastCloseMs, other.lastCloseMs),
                Math.max(endMs, other.endMs));
    }

    boolean isEmpty() {
        return startMs == Long.MAX_VALUE;
    }

    /** Whether something can change what was there when the data began, or still is when they end. */
    boolean holds(long timeMs) {
        return timeMs > startMs && timeMs <= endMs;
    }

    LocalDate first(TradingCalendar calendar) {
        return calendar.sessionOnOrAfter(calendar.dateAt(startMs));
    }

    /** A bar that closes at midnight belongs to the day before, and so does a snapshot of that close. */
    LocalDate last(TradingCalendar calendar) {
        boolean closing = endMs - ChainSeries.CLOSING_DELAY_MS <= lastCloseMs;
        LocalDate last = calendar.sessionOnOrBefore(calendar.dateAt((closing ? lastCloseMs : endMs) - 1));
        LocalDate first = first(calendar);
        return last.isBefore(first) ? first : last;
    }
}
