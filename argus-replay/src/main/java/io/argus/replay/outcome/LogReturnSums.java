package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;

/**
 * Running sums of log returns and of their squares, so that the standard deviation over any stretch costs O(1).
 *
 * <p>A difference of plain running sums loses the digits that a quiet stretch at the end of a long series needs, so the
 * sums are kept in two doubles each (Knuth's exact addition; the error of a square by fused multiply-add).
 */
final class LogReturnSums {

    private final double[] sum;
    private final double[] sumRest;
    private final double[] squares;
    private final double[] squaresRest;

    private LogReturnSums(int size) {
        sum = new double[size];
        sumRest = new double[size];
        squares = new double[size];
        squaresRest = new double[size];
    }

    static LogReturnSums of(BarSeries bars) {
        LogReturnSums sums = new LogReturnSums(bars.size());
        double before = bars.isEmpty() ? 0 : StrictMath.log(bars.close(0));
        for (int i = 1; i < bars.size(); i++) {
            double now = StrictMath.log(bars.close(i));
            sums.add(i, now - before);
            before = now;
        }
        return sums;
    }

    /** Sample standard deviation of the returns after one bar up to another; NaN with fewer than two. */
    double standardDeviation(int from, int to) {
        int n = to - from;
        if (n < 2) {
            return Double.NaN;
        }
        double total = (sum[to] - sum[from]) + (sumRest[to] - sumRest[from]);
        double totalSquares = squares[to] - squares[from];
        double rest = squaresRest[to] - squaresRest[from];
        double mean = total / n;
        // Σx² - mean·Σx with the product's own error kept.
        double product = mean * total;
        double variance = (totalSquares - product + (rest - Math.fma(mean, total, -product))) / (n - 1);
        return Math.sqrt(Math.max(0, variance));
    }

    private void add(int i, double value) {
        double s = sum[i - 1] + value;
        sum[i] = s;
        sumRest[i] = sumRest[i - 1] + additionError(sum[i - 1], value, s);
        double square = value * value;
        double q = squares[i - 1] + square;
        squares[i] = q;
        squaresRest[i] =
                squaresRest[i - 1] + additionError(squares[i - 1], square, q) + Math.fma(value, value, -square);
    }

    private static double additionError(double a, double b, double rounded) {
        double part = rounded - a;
        return (a - (rounded - part)) + (b - part);
    }
}
