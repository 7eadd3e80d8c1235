package io.argus.replay.strategies;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import java.util.OptionalDouble;

/**
 * Annualised volatility of the last close-to-close log returns of whole sessions: the root of periods a year over n times
 * the sum of their squares. A session closes with the bar that ends when it does; where that is missing, with the last bar
 * that lies within it, as soon as a bar of a later session shows that no other comes.
 */
final class RealizedVolatility {

    private final double[] squares;
    private int seen;
    private int returns;
    private double before = Double.NaN;
    /** The last price within a session that is not over yet; NaN for none. */
    private double pending = Double.NaN;

    private long pendingEndMs;

    /**
     * @param length how many returns
     */
    RealizedVolatility(int length) {
        squares = new double[length];
    }

    /** Takes the bars that became known since the last call. */
    void follow(BarHistory bars, TradingCalendar calendar) {
        for (int ago = bars.size() - seen - 1; ago >= 0; ago--) {
            long endMs = calendar.closeAfter(bars.openTimeMs(ago));
            if (!Double.isNaN(pending) && endMs > pendingEndMs) {
                close(pending);
                pending = Double.NaN;
            }
            if (bars.closeTimeMs(ago) >= endMs) {
                close(bars.close(ago));
                pending = Double.NaN;
            } else if (opensWithin(bars.openTimeMs(ago), endMs, calendar)) {
                pending = bars.close(ago);
                pendingEndMs = endMs;
            }
        }
        seen = bars.size();
    }

    /** Empty until there are enough returns. */
    OptionalDouble annualized(TradingCalendar calendar) {
        if (returns < squares.length) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return OptionalDouble.of(Math.sqrt(calendar.periodsPerYear() * sum / squares.length));
    }

    /** Before a session opens there is still an open to come before its close. */
    private static boolean opensWithin(long openMs, long endMs, TradingCalendar calendar) {
        return calendar.openFrom(openMs + 1) >= endMs;
    }

    private void close(double price) {
        if (!Double.isNaN(before)) {
            double logReturn = StrictMath.log(price / before);
            squares[returns % squares.length] = logReturn * logReturn;
            returns++;
        }
        before = price;
    }
}
