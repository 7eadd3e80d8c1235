package io.argus.evaluation.significance;

import io.argus.domain.numeric.StandardNormal;

/** The largest of independent standard normal numbers. */
public final class MaximumOfNormals {

    private static final double EULER_MASCHERONI = 0.5772156649015329;
    private static final double FARTHEST = 12;
    /** Over all of a smooth density equal steps are exact to many digits: more of them change nothing. */
    private static final int STEPS = 600;

    private MaximumOfNormals() {}

    /**
     * Its expectation by extreme value theory (Bailey and López de Prado, "The Deflated Sharpe Ratio", 2014, equation 1);
     * 0 for one number, and never below it: the approximation does not hold for a count near 1.
     *
     * @param count at least 1; need not be whole
     */
    public static double expectation(double count) {
        if (!(count >= 1)) {
            throw new IllegalArgumentException("at least one: " + count);
        }
        if (count == 1) {
            return 0;
        }
        double approximate = (1 - EULER_MASCHERONI) * StandardNormal.quantile(1 - 1 / count)
                + EULER_MASCHERONI * StandardNormal.quantile(1 - 1 / (count * StrictMath.E));
        return Math.max(0, approximate);
    }

    /**
     * Its variance, by Simpson's rule over its density n·φ(x)·Φ(x)^(n-1).
     *
     * @param count at least 1
     */
    public static double variance(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one: " + count);
        }
        if (count == 1) {
            return 1;
        }
        double step = 2 * FARTHEST / STEPS;
        double mean = 0;
        double square = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = -FARTHEST + i * step;
            double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
            double density =
                    count * StandardNormal.density(x) * StrictMath.pow(StandardNormal.cumulative(x), count - 1.0);
            mean += weight * density * x;
            square += weight * density * x * x;
        }
        mean *= step / 3;
        square *= step / 3;
        return square - mean * mean;
    }
}
