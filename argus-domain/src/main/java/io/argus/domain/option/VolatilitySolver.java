package io.argus.domain.option;

import io.argus.domain.numeric.StandardNormal;
import io.argus.domain.option.OptionContract.Right;
import java.util.Optional;

/**
 * Finds implied volatilities, one after the other, without allocating: ask with {@link #trySolve}, then read
 * {@link #volatility()} or {@link #reason()}. For a single one {@link ImpliedVolatility#of} reads better. Not for use
 * by several threads.
 *
 * <p>The root is sought for the logarithm of the out-of-the-money price, which as a function of the deviation is
 * concave and far from the money close to a parabola. The start is the larger of two lower bounds of the root: the
 * price is below the probability of ending in the money, and below the deviation over √2π, which bounds it at the money.
 * From there Householder's step of third order (Newton's with two more derivatives, which cost next to nothing here) takes
 * two or three rounds. A step that leaves the bracket is replaced by bisection.
 */
public final class VolatilitySolver {

    /** At this deviation every option that doubles can describe is worth its upper bound. */
    private static final double LARGEST_DEVIATION = 100;

    /** A fourth-order step of this relative size leaves an error far below a double's resolution of the price. */
    private static final double LAST_STEP = 1e-3;

    /** Prices that are a smaller share of forward or strike count as none: their slope leaves a double's range. */
    private static final double SMALLEST_SHARE = 1e-290;

    /** Bisection alone reaches a double's resolution within them. */
    private static final int MOST_ROUNDS = 100;

    private static final double SQRT_TWO_PI = 2.5066282746310002;

    private double volatility;

    private boolean solved;

    /** Of the last attempt, while not solved. */
    private ImpliedVolatility.Reason reason = ImpliedVolatility.Reason.NO_PRICE;

    /** A solver that has attempted nothing yet. */
    public VolatilitySolver() {}

    /**
     * Looks for the volatility at which {@link BlackScholes#forwardPrice} is the price.
     *
     * @param forward above 0
     * @param strike above 0
     * @param years to expiry
     * @param forwardPrice the option's price divided by the discount factor
     * @return whether there is one
     */
    public boolean trySolve(Right right, double forward, double strike, double years, double forwardPrice) {
        double low = Math.min(forward, strike);
        double high = Math.max(forward, strike);
        if (!(low > 0) || !(high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("forward and strike must be positive: " + forward + ", " + strike);
        }
        boolean call = right == Right.CALL;
        boolean inTheMoney = call ? forward > strike : forward < strike;
        double share = (inTheMoney ? forwardPrice - (high - low) : forwardPrice) / low;
        solved = solvable(years, forwardPrice, share);
        if (solved) {
            volatility = deviation(OutOfTheMoney.distance(low, high), share) / Math.sqrt(years);
        }
        return solved;
    }

    /**
     * The volatility found, a decimal per year.
     *
     * @throws IllegalStateException when the last attempt found none
     */
    public double volatility() {
        if (!solved) {
            throw new IllegalStateException("there is no volatility: " + reason);
        }
        return volatility;
    }

    /** Why the last attempt found none; empty when it found one. */
    public Optional<ImpliedVolatility.Reason> reason() {
        return solved ? Optional.empty() : Optional.of(reason);
    }

    private boolean solvable(double years, double price, double share) {
        if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
            reason = ImpliedVolatility.Reason.NO_PRICE;
        } else if (!(years > 0)) {
            reason = ImpliedVolatility.Reason.EXPIRED;
        } else if (!(share > SMALLEST_SHARE)) {
            reason = ImpliedVolatility.Reason.BELOW_INTRINSIC;
        } else if (!(share < 1)) {
            reason = ImpliedVolatility.Reason.ABOVE_BOUND;
        } else {
            return true;
        }
        return false;
    }

    /** The deviation at which {@link OutOfTheMoney#price} is the share. */
    static double deviation(double distance, double share) {
        double deviation = lowerBound(distance, share);
        // A little lower, because near the money the bound can be the root and rounding put it above.
        double lowest = deviation * (1 - 1e-9);
        double highest = LARGEST_DEVIATION;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double h = distance / deviation;
            double t = deviation / 2;
            double slope = OutOfTheMoney.slope(h, t);
            double price = OutOfTheMoney.price(h, t, slope);
            if (price < share) {
                lowest = deviation;
            } else {
                highest = deviation;
            }
            double step = step(h, t, slope / price, StrictMath.log(share / price));
            double next = deviation + step;
            if (next >= lowest && next <= highest) {
                if (Math.abs(step) <= LAST_STEP * deviation) {
                    return next;
                }
                deviation = next;
            } else {
                deviation = Math.sqrt(lowest * highest);
            }
        }
        return deviation;
    }

    /**
     * Householder's third-order step for the logarithm of the price.
     *
     * @param slope the logarithm's derivative
     * @param missing by how much the logarithm is too low
     */
    private static double step(double h, double t, double slope, double missing) {
        double newton = missing / slope;
        // The second and third derivative of the price over its first, times the step and its square, and from them
        // those of its logarithm. Scaled like this nothing overflows.
        double second = newton * (h * h - t * t) / (2 * t);
        double third = second * second - newton * newton * (0.75 * (h / t) * (h / t) + 0.25);
        double bend = second - missing;
        double twist = third - missing * (3 * second - 2 * missing);
        return newton * (1 + 0.5 * bend) / (1 + bend + twist / 6);
    }

    private static double lowerBound(double distance, double share) {
        double quantile = StandardNormal.quantile(share);
        double root = Math.sqrt(quantile * quantile + 2 * distance);
        // The positive root of d1 = quantile; in the second form nothing cancels.
        double bound = quantile > 0 ? quantile + root : 2 * distance / (root - quantile);
        return Math.max(bound, SQRT_TWO_PI * share);
    }
}
