package io.argus.evaluation.metric;

/**
 * Mean, spread and shape of a series.
 *
 * @param standardDeviation of the sample, with n-1; exactly 0 for a series that does not vary, or by less than 1e-75
 * @param skewness of the population, m3 / m2^1.5 with 1/n; 0 where nothing varies
 * @param kurtosis raw, of the population, m4 / m2² with 1/n: 3 for a normal distribution; 3 where nothing varies
 */
public record Moments(int count, double mean, double standardDeviation, double skewness, double kurtosis) {

    /** A spread this small beside the size of the values is their rounding. */
    private static final double ROUNDING = 1e-14;

    /** The fourth power of a smaller spread leaves the range of a double. */
    private static final double SMALLEST = 1e-75;

    /**
     * Two passes: the mean first, then powers of what is left, so that nothing cancels.
     *
     * @throws IllegalArgumentException when the series is empty, or holds something that is no number or whose fourth power
     *     is none
     */
    public static Moments of(double[] values) {
        int n = values.length;
        if (n == 0) {
            throw new IllegalArgumentException("moments need at least one value");
        }
        double mean = mean(values);
        double largest = 0;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (double value : values) {
            double d = value - mean;
            double square = d * d;
            m2 += square;
            m3 += square * d;
            m4 += square * square;
            largest = Math.max(largest, Math.abs(value));
        }
        if (!Double.isFinite(m4)) {
            throw new IllegalArgumentException("moments need finite values");
        }
        double deviation = n < 2 ? 0 : Math.sqrt(m2 / (n - 1));
        if (deviation <= ROUNDING * largest || deviation < SMALLEST) {
            return new Moments(n, mean, 0, 0, 3);
        }
        double variance = m2 / n;
        return new Moments(
                n, mean, deviation, m3 / n / (variance * Math.sqrt(variance)), m4 / n / (variance * variance));
    }

    /** Kurtosis above that of a normal distribution. */
    public double excessKurtosis() {
        return kurtosis - 3;
    }

    /** Whether there is any spread to divide by. */
    public boolean varies() {
        return standardDeviation > 0;
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
        }
        double rest = 0;
        for (double value : values) {
            rest += value - mean;
        }
        return mean + rest / values.length;
    }
}
