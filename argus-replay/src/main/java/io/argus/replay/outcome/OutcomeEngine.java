package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Computes outcomes: for each bar, what happened in the window of a given length after its close. The window holds
 * every later bar that closes no later than it ends. Returns are relative to the bar's close; figures are rounded to 10
 * decimals. Cost O(bars) a horizon, whatever its length. Safe for any number of threads; what all horizons of one series
 * share is kept for the next.
 */
public final class OutcomeEngine {

    private static final double ROUNDING = 1e10;
    private static final long DAY_SECONDS = 86_400;

    private final TradingCalendar calendar;
    private final int gapTolerance;
    private final AtomicReference<LogReturnSums> latest = new AtomicReference<>();

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
     * Whether a horizon makes sense for bars of this length: not shorter than a bar, and whole days for daily bars of
     * an exchange, where it counts sessions.
     */
    public static boolean fits(long horizonSeconds, long barDurationMs, TradingCalendar calendar) {
        boolean sessions = daily(barDurationMs) && !roundTheClock(calendar);
        return horizonSeconds * 1000 >= barDurationMs && !(sessions && horizonSeconds % DAY_SECONDS != 0);
    }

    /**
     * @throws IllegalArgumentException when the horizon does not {@link #fits fit} the bars
     */
    public OutcomeSeries compute(BarSeries bars, long horizonSeconds) {
        if (!fits(horizonSeconds, bars.durationMs(), calendar)) {
            throw new IllegalArgumentException("horizon of " + horizonSeconds + " s does not fit bars of "
                    + bars.durationMs() / 1000 + " s on " + calendar.name()
                    + ": it is shorter than a bar, or no whole number of sessions");
        }
        OutcomeSeries.Builder rows =
                OutcomeSeries.builder(bars.symbol(), horizonSeconds).expecting(bars.size());
        if (bars.isEmpty()) {
            return rows.build();
        }
        WindowLength length = windowLength(bars, horizonSeconds);
        SlidingExtreme highest = SlidingExtreme.highest(bars);
        SlidingExtreme lowest = SlidingExtreme.lowest(bars);
        LogReturnSums logReturns = logReturns(bars);
        long dataEnd = bars.closeTime(bars.size() - 1);
        int last = 0;
        for (int i = 0; i < bars.size(); i++) {
            long end = length.endOf(i);
            last = Math.max(last, i);
            while (last + 1 < bars.size() && bars.closeTime(last + 1) <= end) {
                last++;
                highest.push(last);
                lowest.push(last);
            }
            highest.dropThrough(i);
            lowest.dropThrough(i);
            int found = last - i;
            int expected = length.expectedAfter(i);
            double close = bars.close(i);
            rows.next(bars.openTime(i), close, bars.closeTime(i), end, expected, found);
            if (end > dataEnd || found == 0) {
                continue;
            }
            double closeThen = bars.close(last);
            double forwardReturn = rounded(closeThen / close - 1);
            if (expected - found > gapTolerance) {
                rows.figures(OutcomeStatus.GAP, closeThen, forwardReturn, Double.NaN, Double.NaN, Double.NaN);
            } else {
                rows.figures(
                        OutcomeStatus.OK,
                        closeThen,
                        forwardReturn,
                        rounded(highest.value() / close - 1),
                        rounded(lowest.value() / close - 1),
                        rounded(logReturns.standardDeviation(i, last)));
            }
        }
        return rows.build();
    }

    /** Two threads may both work them out; they are the same, and one of the two is kept. */
    private LogReturnSums logReturns(BarSeries bars) {
        LogReturnSums known = latest.get();
        if (known == null || !known.areOf(bars)) {
            known = LogReturnSums.of(bars);
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

    /** To 10 decimals of the value itself, half-even, as decimal arithmetic on its exact digits would. */
    private static double rounded(double value) {
        double scaled = value * ROUNDING;
        // Beyond 2^52 the scaled value is whole already; NaN passes through.
        if (!(Math.abs(scaled) < 0x1p52)) {
            return value;
        }
        double whole = Math.rint(scaled);
        // Scaling may have moved a value across the middle between two; only there the exact digits are asked.
        boolean nearMiddle = Math.abs(Math.abs(scaled - whole) - 0.5) < 1e-3;
        return nearMiddle
                ? new BigDecimal(value).setScale(10, RoundingMode.HALF_EVEN).doubleValue() + 0.0
                : whole / ROUNDING + 0.0;
    }
}
