package io.argus.domain.option;

import io.argus.domain.numeric.StandardNormal;
import io.argus.domain.option.OptionContract.Right;

/**
 * Values of European options when the underlying's logarithm moves like a Brownian motion: Black and Scholes (1973)
 * with Merton's dividend (1973), and on forwards Black (1976). Per unit of the underlying, in its quote currency.
 *
 * <p>Prices are computed for the out-of-the-money side and carried over by put–call parity, so that a price never lies
 * below the discounted intrinsic value, and small ones keep their digits.
 */
public final class BlackScholes {

    private BlackScholes() {}

    /**
     * The price now.
     *
     * @param volatility per year, a decimal, not negative
     */
    public static double price(EuropeanOption option, double volatility) {
        double deviation = deviation(volatility, option.years());
        return option.discount() * forwardPrice(option.right(), option.forward(), option.strike(), deviation);
    }

    /**
     * The price now of an option that is quoted and settled in the coin it is on: the value in dollars divided by the
     * forward, as the exchanges that list such options quote it.
     */
    public static double coinPrice(EuropeanOption option, double volatility) {
        return price(option, volatility) / option.forward();
    }

    /**
     * The price paid at expiry rather than now, which rates do not enter. Allocates nothing.
     *
     * @param forward above 0
     * @param strike above 0
     * @param deviation volatility times the root of the years to expiry, not negative
     */
    public static double forwardPrice(Right right, double forward, double strike, double deviation) {
        double low = Math.min(forward, strike);
        double high = Math.max(forward, strike);
        double outside = deviation > 0 ? low * OutOfTheMoney.price(OutOfTheMoney.distance(low, high), deviation) : 0;
        return inTheMoney(right, forward, strike) ? outside + (high - low) : outside;
    }

    /**
     * The sensitivities of {@link #price}. Gamma is by the spot price, theta the change as time passes, rho by the rate
     * with spot and dividend yield held. At expiry or without volatility there is no curve left: gamma and vega are 0,
     * delta is that of the forward, or of half of it exactly at the money.
     *
     * @param volatility per year, a decimal, not negative
     */
    public static Greeks greeks(EuropeanOption option, double volatility) {
        double forward = option.forward();
        double deviation = deviation(volatility, option.years());
        double spotNow = option.spot() * StrictMath.exp(-option.dividendYield() * option.years());
        double strikeNow = option.strike() * option.discount();
        double sign = option.right() == Right.CALL ? 1 : -1;
        double d1 = d1(forward, option.strike(), deviation);
        double delta = sign * (spotNow / option.spot()) * StandardNormal.cumulative(sign * d1);
        double paid = sign * strikeNow * StandardNormal.cumulative(sign * (d1 - deviation));
        double carried = option.dividendYield() * delta * option.spot() - option.rate() * paid;
        if (deviation == 0) {
            return new Greeks(delta, 0, 0, carried, option.years() * paid);
        }
        double density = StandardNormal.density(d1);
        double root = Math.sqrt(option.years());
        double gamma = spotNow * density / (option.spot() * option.spot() * deviation);
        double vega = spotNow * density * root;
        double theta = carried - spotNow * density * volatility / (2 * root);
        return new Greeks(delta, gamma, vega, theta, option.years() * paid);
    }

    private static double d1(double forward, double strike, double deviation) {
        double low = Math.min(forward, strike);
        double distance = OutOfTheMoney.distance(low, Math.max(forward, strike));
        double signed = forward < strike ? -distance : distance;
        if (deviation == 0) {
            return signed == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, signed);
        }
        return signed / deviation + deviation / 2;
    }

    private static boolean inTheMoney(Right right, double forward, double strike) {
        return right == Right.CALL ? forward > strike : forward < strike;
    }

    private static double deviation(double volatility, double years) {
        if (!(volatility >= 0) || Double.isInfinite(volatility)) {
            throw new IllegalArgumentException("volatility must be finite and not negative: " + volatility);
        }
        return volatility * Math.sqrt(years);
    }
}
