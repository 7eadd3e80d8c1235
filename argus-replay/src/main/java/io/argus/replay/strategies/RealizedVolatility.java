package io.argus.replay.strategies;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import java.util.OptionalDouble;

/**
 * Annualised volatility of the last close-to-close log returns of whole sessions: the root of periods a year over n times
 * the sum of their squares. Bars shorter than a session give the close of its last one.
 */
final class RealizedVolatility {

    private final double[] squares;
    private int seen;
    private int returns;
    private double before = Double.NaN;

    /**
     * @param length how many returns
     */
    RealizedVolatility(int length) {
        squares = new double[length];
    }

    /** Takes the bars that became known since the last call. */
    void follow(BarHistory bars, TradingCalendar calendar) {
        for (int ago = bars.size() - seen - 1; ago >= 0; ago--) {
            if (bars.closeTimeMs(ago) >= calendar.closeAfter(bars.openTimeMs(ago))) {
                close(bars.close(ago));
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

    private void close(double price) {
        if (!Double.isNaN(before)) {
            double logReturn = StrictMath.log(price / before);
            squares[returns % squares.length] = logReturn * logReturn;
            returns++;
        }
        before = price;
    }
}
