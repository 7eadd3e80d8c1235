package io.argus.domain.returns;

import java.util.Arrays;

/** What returns are above others of the same periods. */
public final class ExcessReturns {

    /** Returns that lie nearer to each other are the same but for their last digits, which must not become a Sharpe ratio. */
    private static final double ROUNDING = 1e-12;

    private ExcessReturns() {}

    /**
     * The differences, a period each: exactly 0 where only rounding is left, and exactly the same in all periods where they
     * differ by no more.
     *
     * @throws IllegalArgumentException when lengths differ
     */
    public static double[] of(double[] earned, double[] compared) {
        if (earned.length != compared.length) {
            throw new IllegalArgumentException(earned.length + " returns against " + compared.length);
        }
        double[] excess = new double[earned.length];
        Arrays.setAll(excess, period -> above(earned[period], compared[period]));
        if (isConstant(excess)) {
            Arrays.fill(excess, excess[0]);
        }
        return excess;
    }

    private static double above(double earned, double compared) {
        double excess = earned - compared;
        return Math.abs(excess) < ROUNDING ? 0 : excess;
    }

    /** Whether all are the same but for rounding. */
    static boolean isConstant(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return values.length > 0 && most - least < ROUNDING;
    }
}
