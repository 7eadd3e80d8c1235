package io.argus.replay.strategies;

import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.ImpliedVolatility;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The options of one expiry in one snapshot. At-the-money volatility comes from the provider's own figure where that is of
 * this expiry, else from the provider's volatilities at the strike nearest the underlying's price, else from the quotes
 * there; never from another expiry.
 */
final class ExpiryQuotes {

    private final OptionChain chain;
    private final long expiryMs;
    private final double underlying;
    private final boolean inverse;

    /**
     * @param underlying price of the underlying in the snapshot
     * @param inverse whether the options are priced in the coin
     */
    ExpiryQuotes(OptionChain chain, long expiryMs, double underlying, boolean inverse) {
        this.chain = chain;
        this.expiryMs = expiryMs;
        this.underlying = underlying;
        this.inverse = inverse;
    }

    long expiryMs() {
        return expiryMs;
    }

    OptionChain chain() {
        return chain;
    }

    OptionalDouble atTheMoneyVolatility() {
        boolean ownExpiry = chain.atTheMoneyExpiryMs().isPresent()
                && chain.atTheMoneyExpiryMs().getAsLong() == expiryMs;
        if (ownExpiry && chain.atTheMoneyVolatility().isPresent()) {
            return chain.atTheMoneyVolatility();
        }
        OptionalDouble strike = strikeNearest(underlying);
        if (strike.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalInt put = chain.findRow(Right.PUT, strike.getAsDouble(), expiryMs);
        OptionalInt call = chain.findRow(Right.CALL, strike.getAsDouble(), expiryMs);
        OptionalDouble provided = mean(provided(put), provided(call));
        return provided.isPresent() ? provided : mean(solved(put), solved(call));
    }

    /** The row of the put whose delta lies nearest; only puts that somebody bids for. */
    OptionalInt putNearestDelta(double delta, double volatility) {
        OptionalInt nearest = OptionalInt.empty();
        double distance = Double.POSITIVE_INFINITY;
        for (int row = 0; row < chain.size(); row++) {
            boolean meant = chain.expiryMs(row) == expiryMs && chain.right(row) == Right.PUT && chain.bid(row) > 0;
            if (meant) {
                double away = Math.abs(delta(row, volatility) - delta);
                if (away < distance) {
                    distance = away;
                    nearest = OptionalInt.of(row);
                }
            }
        }
        return nearest;
    }

    /** The row of the put below a strike that lies nearest to another; only puts that somebody offers. */
    OptionalInt putBelow(double strike, double wanted) {
        OptionalInt nearest = OptionalInt.empty();
        double distance = Double.POSITIVE_INFINITY;
        for (int row = 0; row < chain.size(); row++) {
            boolean meant = chain.expiryMs(row) == expiryMs
                    && chain.right(row) == Right.PUT
                    && chain.strike(row) < strike
                    && chain.ask(row) > 0;
            double away = Math.abs(chain.strike(row) - wanted);
            if (meant && away < distance) {
                distance = away;
                nearest = OptionalInt.of(row);
            }
        }
        return nearest;
    }

    private double delta(int row, double volatility) {
        OptionalDouble provided = chain.delta(row);
        return provided.isPresent()
                ? provided.getAsDouble()
                : BlackScholes.greeks(option(row), chain.impliedVolatility(row).orElse(volatility))
                        .delta();
    }

    private OptionalDouble strikeNearest(double price) {
        double best = Double.NaN;
        double distance = Double.POSITIVE_INFINITY;
        for (int row = 0; row < chain.size(); row++) {
            double away = Math.abs(chain.strike(row) - price);
            if (chain.expiryMs(row) == expiryMs && away < distance) {
                distance = away;
                best = chain.strike(row);
            }
        }
        return Double.isNaN(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }

    private OptionalDouble provided(OptionalInt row) {
        return row.isPresent() ? chain.impliedVolatility(row.getAsInt()) : OptionalDouble.empty();
    }

    private OptionalDouble solved(OptionalInt row) {
        if (row.isEmpty()) {
            return OptionalDouble.empty();
        }
        double bid = chain.bid(row.getAsInt());
        double ask = chain.ask(row.getAsInt());
        boolean twoSided = bid > 0 && ask >= bid;
        double price = (bid + ask) / 2 * (inverse ? underlying : 1);
        return twoSided ? ImpliedVolatility.of(option(row.getAsInt()), price).find() : OptionalDouble.empty();
    }

    private EuropeanOption option(int row) {
        double years = EuropeanOption.years(chain.receivedMs(), expiryMs);
        return EuropeanOption.onForward(chain.right(row), underlying, chain.strike(row), years, 0);
    }

    private static OptionalDouble mean(OptionalDouble a, OptionalDouble b) {
        if (a.isPresent() && b.isPresent()) {
            return OptionalDouble.of((a.getAsDouble() + b.getAsDouble()) / 2);
        }
        return a.isPresent() ? a : b;
    }
}
