package io.argus.evaluation.metric;

/** What neighbouring periods have in common. */
public final class Autocorrelation {

    /** Nearer to 1 no correction for it can be trusted. */
    private static final double MOST = 0.99;

    private Autocorrelation() {}

    /**
     * Of first order: the sum of products of neighbouring deviations over the sum of squares, kept within ±0.99; 0 for a
     * series that does not vary.
     */
    public static double first(double[] values) {
        Moments moments = Moments.of(values);
        if (!moments.varies()) {
            return 0;
        }
        double product = 0;
        double square = 0;
        double before = 0;
        for (double value : values) {
            double deviation = value - moments.mean();
            square += deviation * deviation;
            product += deviation * before;
            before = deviation;
        }
        return Math.max(-MOST, Math.min(MOST, product / square));
    }
}
