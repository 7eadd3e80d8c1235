package io.argus.evaluation.resampling;

import io.argus.evaluation.metric.Moments;

/**
 * The variance of a stationary bootstrap's mean, without drawing any: Politis and Romano, "The Stationary Bootstrap",
 * 1994, lemma 1. Hansen's test of superior predictive ability divides by its root.
 */
public final class BootstrapVariance {

    private BootstrapVariance() {}

    /**
     * The number of rows times the variance of the mean of a draw: γ0 + 2·Σ [(1-i/n)·q^i + (i/n)·q^(n-i)]·γi over the
     * lags i below n, with q = 1 - 1/blockLength and autocovariances γi over n.
     *
     * <p>The two terms of a lag are the pairs of rows that lie i apart with and without wrapping around the end, so the
     * sum is Σ (1-i/n)·q^i over all pairs on a circle, and sums weighted by powers of q are carried from row to row:
     * O(n) instead of O(n²).
     *
     * @param blockLength expected, at least 1
     * @return never negative, but for rounding; exactly 0 for a series that does not vary
     */
    public static double ofMean(double[] series, double blockLength) {
        if (!(blockLength >= 1)) {
            throw new IllegalArgumentException("a block has at least one row: " + blockLength);
        }
        Moments moments = Moments.of(series);
        if (!moments.varies()) {
            return 0;
        }
        int n = series.length;
        double[] x = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            x[i] = series[i] - moments.mean();
            squares += x[i] * x[i];
        }
        double q = 1 - 1 / blockLength;
        double wrapped = StrictMath.pow(q, n);
        // Sums over the rows that follow on the circle: of q^j·x, and of j·q^j·x.
        double plain = 0;
        double weighted = 0;
        double power = 1;
        for (int j = 1; j < n; j++) {
            power *= q;
            plain += power * x[j - 1];
            weighted += j * power * x[j - 1];
        }
        double pairs = 0;
        for (int row = n - 1; row >= 0; row--) {
            pairs += x[row] * (plain - weighted / n);
            weighted = q * (x[row] + weighted + plain) - n * wrapped * before(x, row);
            plain = q * (x[row] + plain) - wrapped * before(x, row);
        }
        return (squares + 2 * pairs) / n;
    }

    private static double before(double[] x, int row) {
        return x[row == 0 ? x.length - 1 : row - 1];
    }
}
