package io.argus.domain.option;

import io.argus.domain.numeric.StandardNormal;

/**
 * The undiscounted price of an out-of-the-money option as a share of the lower of forward and strike, as a function of
 * two numbers: the logarithmic <em>distance</em> between forward and strike, and the <em>deviation</em>, volatility
 * times the root of time. Puts and calls have the same price in these terms.
 *
 * <p>With h = distance/deviation, t = deviation/2, normal density φ and Mills' ratio R, Black's formula reads
 * φ(h-t) (R(h-t) - R(h+t)). That keeps its relative accuracy far out, where the difference of two probabilities has
 * lost all digits. Where the deviation is small R(h-t) and R(h+t) come close, and the difference is taken from the
 * Taylor series of R about h. The relative error stays below 1e-12 (1e-14 within ten deviations).
 */
final class OutOfTheMoney {

    /** Beyond this many deviations the density leaves the range of a double. */
    static final double FARTHEST = 38.5;

    /** Half-deviations below it use the series, whose first dropped term is then below 1e-13 of the price. */
    private static final double SERIES = 0.05;

    private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;

    private OutOfTheMoney() {}

    /** The natural logarithm of high/low, not below 0, accurate also where the two are almost equal. */
    static double distance(double low, double high) {
        return high < 2 * low ? StrictMath.log1p((high - low) / low) : StrictMath.log(high / low);
    }

    /**
     * @param distance from 0 up
     * @param deviation above 0
     */
    static double price(double distance, double deviation) {
        double h = distance / deviation;
        double t = deviation / 2;
        return price(h, t, slope(h, t));
    }

    /** The price, given its {@link #slope}. */
    static double price(double h, double t, double slope) {
        double d = h - t;
        if (d > FARTHEST) {
            return 0;
        }
        if (t < SERIES) {
            return slope * 2 * t * series(h, t * t);
        }
        double beyond = slope * StandardNormal.tailRatio(h + t);
        return d > 0 ? slope * StandardNormal.tailRatio(d) - beyond : StandardNormal.cumulative(-d) - beyond;
    }

    /** The derivative of the price by the deviation: φ(h-t). */
    static double slope(double h, double t) {
        // Rounding the square costs what rounding h itself has cost already, so the plain exponential is enough.
        double d = h - t;
        return ONE_OVER_SQRT_TWO_PI * StrictMath.exp(-0.5 * d * d);
    }

    /** (R(h-t) - R(h+t)) / 2t: minus the odd derivatives of R at h, over the factorials. R' is hR - 1. */
    private static double series(double h, double square) {
        double r0 = StandardNormal.tailRatio(h);
        double r1 = h * r0 - 1;
        double r2 = r0 + h * r1;
        double r3 = 2 * r1 + h * r2;
        double r4 = 3 * r2 + h * r3;
        double r5 = 4 * r3 + h * r4;
        double r6 = 5 * r4 + h * r5;
        double r7 = 6 * r5 + h * r6;
        return -(r1 + square / 6 * (r3 + square / 20 * (r5 + square / 42 * r7)));
    }
}
