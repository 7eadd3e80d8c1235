package io.argus.evaluation.metric;

/**
 * A share that was counted, and how far the true one may lie from it: the exact interval of Clopper and Pearson ("The Use
 * of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26, 1934). It covers the true
 * share with at least the confidence asked, where the cases are independent.
 *
 * @param hits of the cases
 * @param cases at least 1
 * @param lower end, 0 where nothing was hit
 * @param upper end, 1 where everything was
 */
public record ShareInterval(long hits, long cases, double lower, double upper) {

    /** Halving so often leaves neighbouring doubles. */
    private static final int HALVINGS = 60;

    /**
     * O(smaller of hits and misses) for the coefficient, once for each end.
     *
     * @param confidence in (0, 1), such as 0.95
     */
    public static ShareInterval of(long hits, long cases, double confidence) {
        if (cases < 1 || hits < 0 || hits > cases) {
            throw new IllegalArgumentException(hits + " hits of " + cases + " cases");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies within (0, 1): " + confidence);
        }
        double missed = (1 - confidence) / 2;
        double lower = hits == 0 ? 0 : quantile(missed, hits, cases - hits + 1);
        double upper = hits == cases ? 1 : 1 - quantile(missed, cases - hits, hits + 1);
        return new ShareInterval(hits, cases, lower, upper);
    }

    public double share() {
        return (double) hits / cases;
    }

    /** Where the beta distribution's lower tail holds that much. */
    private static double quantile(double probability, long a, long b) {
        IncompleteBeta beta = IncompleteBeta.of(a, b);
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (beta.lowerTail(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
