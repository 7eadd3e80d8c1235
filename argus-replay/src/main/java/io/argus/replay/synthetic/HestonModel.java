package io.argus.replay.synthetic;

/**
 * How a price moves: S. L. Heston's stochastic variance (Review of Financial Studies 6, 1993), dS/S = drift dt + √v dW,
 * dv = reversion (mean − v) dt + volOfVol √v dZ. Years are years of trading, so that a session is 1/252 of one on an
 * exchange and 1/365 round the clock.
 *
 * @param drift growth of the expected price per year; 0 leaves nothing to be earned by holding
 * @param initialVariance v at the start
 * @param meanVariance what v returns to
 * @param reversion how fast, per year
 * @param volOfVol 0 for a variance that takes no chances
 * @param correlation of the two motions
 */
public record HestonModel(
        double drift,
        double initialVariance,
        double meanVariance,
        double reversion,
        double volOfVol,
        double correlation) {

    public HestonModel {
        requireFinite("drift", drift);
        requireNotNegative("initial variance", initialVariance);
        requireNotNegative("mean variance", meanVariance);
        requireNotNegative("reversion", reversion);
        requireNotNegative("volatility of variance", volOfVol);
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("correlation must be within -1 and 1: " + correlation);
        }
    }

    /**
     * Variance that starts at its mean, reverts within a few weeks and moves by itself: volatility of volatility and
     * price are not correlated, so that Black–Scholes at the expected variance is close to the fair price.
     */
    public static HestonModel moving(double volatility) {
        requireNotNegative("volatility", volatility);
        return new HestonModel(0, volatility * volatility, volatility * volatility, 5, 2 * volatility, 0);
    }

    /** The same volatility always. */
    public static HestonModel constant(double volatility) {
        requireNotNegative("volatility", volatility);
        return new HestonModel(0, volatility * volatility, volatility * volatility, 0, 0, 0);
    }

    public HestonModel withDrift(double replacement) {
        return new HestonModel(replacement, initialVariance, meanVariance, reversion, volOfVol, correlation);
    }

    /** The variance per year that is expected on average over the coming years, given the variance now. */
    public double expectedVariance(double variance, double years) {
        double decay = reversion * years;
        double share = decay > 1e-8 ? -StrictMath.expm1(-decay) / decay : 1 - decay / 2;
        return meanVariance + (variance - meanVariance) * share;
    }

    private static void requireNotNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(what + " must be finite: " + value);
        }
    }
}
