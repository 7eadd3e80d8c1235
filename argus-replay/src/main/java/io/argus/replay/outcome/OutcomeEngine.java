package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Computes outcomes: for each bar, what happened in the window of a given length after its close. The window holds
 * every later bar that closes no later than it ends. Returns are relative to the bar's close; figures are rounded to 10
 * decimals. Cost O(bars) a horizon, whatever its length. What it gives holds on to the bars and works figures out of them
 * when they are asked for. Safe for any number of threads; what all horizons of one series share is kept for the next.
 */
public final class OutcomeEngine {

    private static final long DAY_SECONDS = 86_400;
    private static final long LONGEST_SECONDS = 3_650 * DAY_SECONDS;

    private final TradingCalendar calendar;
    private final int gapTolerance;
    private final AtomicReference<LogReturns> latest = new AtomicReference<>();

    /**
     * @param gapTolerance missing bars up to which a window still counts as whole
     */
    public OutcomeEngine(TradingCalendar calendar, int gapTolerance) {
        if (gapTolerance < 0) {
            throw new IllegalArgumentException("gap tolerance must not be negative: " + gapTolerance);
        }
        this.calendar = calendar;
        this.gapTolerance = gapTolerance;
    }

    /**
     * Whether a horizon makes sense for bars of this length: not shorter than a bar, at most 3650 days, and whole days for
     * daily bars of an exchange, where it counts sessions.
     */
    public static boolean fits(long horizonSeconds, long barDurationMs, TradingCalendar calendar) {
        boolean sessions = daily(barDurationMs) && !roundTheClock(calendar);
        return horizonSeconds <= LONGEST_SECONDS
                && horizonSeconds * 1000 >= barDurationMs
                && !(sessions && horizonSeconds % DAY_SECONDS != 0);
    }

    /**
     * @throws IllegalArgumentException when the horizon does not {@link #fits fit} the bars
     */
    public OutcomeSeries compute(BarSeries bars, long horizonSeconds) {
        if (!fits(horizonSeconds, bars.durationMs(), calendar)) {
            throw new IllegalArgumentException("horizon of " + horizonSeconds + " s does not fit bars of "
                    + bars.durationMs() / 1000 + " s on " + calendar.name()
                    + ": it is shorter than a bar, longer than 3650 days, or no whole number of sessions");
        }
        if (bars.isEmpty()) {
            return OutcomeSeries.builder(bars.symbol(), horizonSeconds).build();
        }
        return new WindowOutcomes(
                bars, horizonSeconds, windowLength(bars, horizonSeconds), logReturns(bars), gapTolerance);
    }

    private LogReturns logReturns(BarSeries bars) {
        LogReturns known = latest.get();
        if (known == null || !known.areOf(bars)) {
            known = new LogReturns(bars);
            latest.set(known);
        }
        return known;
    }

    private WindowLength windowLength(BarSeries bars, long horizonSeconds) {
        if (roundTheClock(calendar)) {
            int expected = (int) (horizonSeconds * 1000 / bars.durationMs());
            return WindowLength.fixed(bars, horizonSeconds * 1000, expected);
        }
        if (daily(bars.durationMs())) {
            return WindowLength.sessions(bars, calendar, (int) (horizonSeconds / DAY_SECONDS));
        }
        LocalDate from = calendar.dateAt(bars.openTime(0));
        LocalDate to = calendar.dateAt(bars.closeTime(bars.size() - 1) + horizonSeconds * 1000);
        return WindowLength.withinHours(
                bars, horizonSeconds * 1000, new SessionSlots(calendar, bars.durationMs(), from, to));
    }

    private static boolean daily(long barDurationMs) {
        return barDurationMs == DAY_SECONDS * 1000;
    }

    private static boolean roundTheClock(TradingCalendar calendar) {
        return calendar == TradingCalendar.roundTheClock();
    }
}
