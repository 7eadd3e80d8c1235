package io.argus.connectors.file;

import io.argus.domain.market.TradingCalendar;
import java.time.LocalDate;

/**
 * When bars of one length open and close on a market. A daily bar of an exchange is its session; a bar within trading
 * hours ends with them; every other bar lasts as long as it is said to.
 */
public record BarIntervals(TradingCalendar calendar, long durationMs) {

    private static final long DAY_MS = 86_400_000L;

    /** Whether bars are whole sessions of an exchange. */
    public boolean sessions() {
        return durationMs == DAY_MS && calendar != TradingCalendar.roundTheClock();
    }

    /**
     * The day of the market that a bar's time falls on. Midnight UTC, for a session, is how dates are written.
     *
     * @param timeMs the start of a bar as a file gives it
     */
    public LocalDate dayOf(long timeMs) {
        boolean dated = sessions() && Math.floorMod(timeMs, DAY_MS) == 0;
        return dated ? TradingCalendar.roundTheClock().dateAt(timeMs) : calendar.dateAt(timeMs);
    }

    /**
     * When the bar that a file gives this time opens.
     *
     * @throws IllegalArgumentException when it would be a session and the day is none
     */
    public long openOf(long timeMs) {
        if (!sessions()) {
            return timeMs;
        }
        LocalDate day = dayOf(timeMs);
        if (!calendar.isSession(day)) {
            throw new IllegalArgumentException(day + " is not a trading day of " + calendar.name());
        }
        return calendar.openMs(day);
    }

    /** When the bar that opens then closes. */
    public long closeOf(long openMs) {
        if (sessions()) {
            return calendar.closeMs(calendar.dateAt(openMs));
        }
        long close = openMs + durationMs;
        if (calendar == TradingCalendar.roundTheClock()) {
            return close;
        }
        LocalDate day = calendar.dateAt(openMs);
        boolean inHours = calendar.isSession(day) && openMs >= calendar.openMs(day) && openMs < calendar.closeMs(day);
        return inHours ? Math.min(close, calendar.closeMs(day)) : close;
    }
}
