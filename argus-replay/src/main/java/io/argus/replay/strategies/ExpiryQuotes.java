package io.argus.replay.strategies;

import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.replay.volatility.AtTheMoneyReader;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The options of one expiry in one snapshot. */
final class ExpiryQuotes {

    private final OptionChain chain;
    private final long expiryMs;
    private final double underlying;
    private final boolean inverse;
    private final int firstPut;
    private final int firstCall;

    /**
     * @param underlying price of the underlying in the snapshot
     * @param inverse whether the options are priced in the coin
     */
    ExpiryQuotes(OptionChain chain, long expiryMs, double underlying, boolean inverse) {
        this.chain = chain;
        this.expiryMs = expiryMs;
        this.underlying = underlying;
        this.inverse = inverse;
        firstPut = chain.rowAtOrAfter(Right.PUT, 0, expiryMs);
        firstCall = chain.rowAtOrAfter(Right.CALL, 0, expiryMs);
    }

    long expiryMs() {
        return expiryMs;
    }

    OptionChain chain() {
        return chain;
    }

    OptionalDouble atTheMoneyVolatility() {
        return new AtTheMoneyReader(inverse)
                .read(chain, expiryMs, chain.receivedMs())
                .find();
    }

    /** The row of the put whose delta lies nearest; only puts that somebody bids for. */
    OptionalInt putNearestDelta(double delta, double volatility) {
        int nearest = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int row = firstPut; row < firstCall; row++) {
            double away = Math.abs(delta(row, volatility) - delta);
            if (away < distance && chain.bid(row) > 0) {
                distance = away;
                nearest = row;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /**
     * The row of the put below a strike that lies nearest to one further down, the lower of two; only puts that somebody
     * offers.
     */
    OptionalInt putBelow(double strike, double wanted) {
        int end = chain.rowAtOrAfter(Right.PUT, strike, expiryMs);
        int above = chain.rowAtOrAfter(Right.PUT, wanted, expiryMs);
        int below = above - 1;
        while (above < end && !(chain.ask(above) > 0)) {
            above++;
        }
        while (below >= firstPut && !(chain.ask(below) > 0)) {
            below--;
        }
        if (below < firstPut) {
            return above < end ? OptionalInt.of(above) : OptionalInt.empty();
        }
        boolean lower = above >= end || wanted - chain.strike(below) <= chain.strike(above) - wanted;
        return OptionalInt.of(lower ? below : above);
    }

    private double delta(int row, double volatility) {
        OptionalDouble provided = chain.delta(row);
        return provided.isPresent()
                ? provided.getAsDouble()
                : BlackScholes.greeks(option(row), chain.impliedVolatility(row).orElse(volatility))
                        .delta();
    }

    private EuropeanOption option(int row) {
        double years = EuropeanOption.years(chain.receivedMs(), expiryMs);
        return EuropeanOption.onForward(chain.right(row), underlying, chain.strike(row), years, 0);
    }
}
