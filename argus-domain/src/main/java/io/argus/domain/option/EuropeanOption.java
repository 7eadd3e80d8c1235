package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import java.util.Objects;

/**
 * What the value of a European option depends on, but for volatility.
 *
 * @param spot price of the underlying
 * @param years time to expiry in years
 * @param rate continuously compounded, per year
 * @param dividendYield continuously compounded, per year; what holding the underlying pays
 */
public record EuropeanOption(Right right, double spot, double strike, double years, double rate, double dividendYield) {

    private static final double YEAR_MS = 365 * 86_400_000.0;

    public EuropeanOption {
        Objects.requireNonNull(right, "right");
        requirePositive("spot", spot);
        requirePositive("strike", strike);
        if (!(years >= 0) || Double.isInfinite(years)) {
            throw new IllegalArgumentException("time to expiry must be finite and not negative: " + years);
        }
        double growth = (rate - dividendYield) * years;
        requirePositive("discount factor at rate " + rate, StrictMath.exp(-rate * years));
        requirePositive("forward at rate " + rate + " and dividend " + dividendYield, spot * StrictMath.exp(growth));
    }

    /**
     * An option on a forward or future, as Black (1976) prices it: the forward costs nothing to hold, which is a
     * dividend yield equal to the rate.
     */
    public static EuropeanOption onForward(Right right, double forward, double strike, double years, double rate) {
        return new EuropeanOption(right, forward, strike, years, rate, rate);
    }

    /** Time between two instants in years of 365 days. */
    public static double years(long fromMs, long toMs) {
        return (toMs - fromMs) / YEAR_MS;
    }

    /** The price for delivery at expiry. */
    public double forward() {
        return spot * StrictMath.exp((rate - dividendYield) * years);
    }

    /** What one unit of money paid at expiry is worth now. */
    public double discount() {
        return StrictMath.exp(-rate * years);
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive and finite: " + value);
        }
    }
}
