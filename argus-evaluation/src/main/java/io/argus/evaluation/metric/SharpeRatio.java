package io.argus.evaluation.metric;

import java.util.OptionalDouble;

/** Mean over spread. Empty where nothing varies. */
public final class SharpeRatio {

    private SharpeRatio() {}

    /** Per period, never annualised: what every significance test takes. */
    public static OptionalDouble perPeriod(double[] returns) {
        if (returns.length < 2) {
            return OptionalDouble.empty();
        }
        Moments moments = Moments.of(returns);
        return moments.varies()
                ? OptionalDouble.of(moments.mean() / moments.standardDeviation())
                : OptionalDouble.empty();
    }

    /** Per period, times the square root of the periods in a year. */
    public static OptionalDouble annualized(double[] returns, int periodsPerYear) {
        OptionalDouble ratio = perPeriod(returns);
        return ratio.isPresent()
                ? OptionalDouble.of(ratio.getAsDouble() * Math.sqrt(periodsPerYear))
                : OptionalDouble.empty();
    }

    /**
     * Sortino's ratio, annualised: mean excess over the target a period, over the root of the mean squared shortfall,
     * which counts every period (Sortino and Price 1994). Empty without any shortfall.
     */
    public static OptionalDouble sortinoAnnualized(double[] returns, double target, int periodsPerYear) {
        double excess = 0;
        double squares = 0;
        for (double value : returns) {
            excess += value - target;
            double shortfall = Math.min(0, value - target);
            squares += shortfall * shortfall;
        }
        return squares == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        excess / returns.length / Math.sqrt(squares / returns.length) * Math.sqrt(periodsPerYear));
    }
}
