package io.argus.replay.volatility;

import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.option.VolatilitySolver;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Reads the at-the-money implied volatility of one expiry off a chain, by the first way of {@link IvRoute} that leads
 * there. The put and the call nearest the money each speak for themselves, and where one has nothing to say the other
 * stands alone. Interest is taken as nothing and the underlying's price as the forward. Not for use by several threads.
 */
public final class AtTheMoneyReader {

    private final boolean inverse;
    private final VolatilitySolver solver = new VolatilitySolver();

    /**
     * @param inverse whether options are priced in the coin, as a fraction of the underlying
     */
    public AtTheMoneyReader(boolean inverse) {
        this.inverse = inverse;
    }

    /**
     * @param nowMs the time from which time to expiry counts
     */
    public IvReading read(OptionChain chain, long expiryMs, long nowMs) {
        if (expiryMs <= nowMs) {
            return new IvReading.Missing(IvAbsence.NO_EXPIRY);
        }
        double provided = chain.atTheMoneyVolatility().orElse(0);
        if (provided > 0 && chain.atTheMoneyExpiryMs().orElse(0) == expiryMs) {
            return new IvReading.Known(provided, expiryMs, IvRoute.PROVIDER_AT_THE_MONEY);
        }
        double underlying = chain.underlyingPrice().orElse(0);
        if (!(underlying > 0)) {
            return new IvReading.Missing(IvAbsence.NO_UNDERLYING_PRICE);
        }
        int put = nearestTheMoney(chain, Right.PUT, expiryMs, underlying);
        int call = nearestTheMoney(chain, Right.CALL, expiryMs, underlying);
        double byProvider = mean(providedAt(chain, put), providedAt(chain, call));
        if (byProvider > 0) {
            return new IvReading.Known(byProvider, expiryMs, IvRoute.PROVIDER_CONTRACT);
        }
        double solved = mean(solvedAt(chain, put, nowMs), solvedAt(chain, call, nowMs));
        return solved > 0
                ? new IvReading.Known(solved, expiryMs, IvRoute.SOLVED)
                : new IvReading.Missing(put < 0 ? IvAbsence.NO_PUTS : obstacle(chain, put, nowMs));
    }

    /** The volatility of one contract: the provider's, else solved from its mid; 0 when there is neither. */
    double contract(OptionChain chain, int row) {
        double provided = providedAt(chain, row);
        return provided > 0 ? provided : solvedAt(chain, row, chain.receivedMs());
    }

    /** The strike nearest the money of an expiry, of puts and calls; empty where the underlying's price is unknown. */
    static OptionalDouble strike(OptionChain chain, long expiryMs) {
        double underlying = chain.underlyingPrice().orElse(0);
        if (!(underlying > 0)) {
            return OptionalDouble.empty();
        }
        return IntStream.of(
                        nearestTheMoney(chain, Right.PUT, expiryMs, underlying),
                        nearestTheMoney(chain, Right.CALL, expiryMs, underlying))
                .filter(row -> row >= 0)
                .mapToDouble(chain::strike)
                .boxed()
                .min(Comparator.<Double>comparingDouble(strike -> Math.abs(strike - underlying))
                        .thenComparing(Comparator.naturalOrder()))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    static boolean hasPuts(OptionChain chain, long expiryMs) {
        return isOf(chain, chain.rowAtOrAfter(Right.PUT, 0, expiryMs), Right.PUT, expiryMs);
    }

    /** The row of the strike nearest the underlying's price, the lower of two; -1 when the expiry has none. */
    private static int nearestTheMoney(OptionChain chain, Right right, long expiryMs, double underlying) {
        int above = chain.rowAtOrAfter(right, underlying, expiryMs);
        int below = above - 1;
        if (!isOf(chain, above, right, expiryMs)) {
            return isOf(chain, below, right, expiryMs) ? below : -1;
        }
        boolean lower = isOf(chain, below, right, expiryMs)
                && underlying - chain.strike(below) <= chain.strike(above) - underlying;
        return lower ? below : above;
    }

    private static boolean isOf(OptionChain chain, int row, Right right, long expiryMs) {
        return row >= 0 && row < chain.size() && chain.expiryMs(row) == expiryMs && chain.right(row) == right;
    }

    private static double providedAt(OptionChain chain, int row) {
        return row < 0 ? 0 : chain.impliedVolatility(row).orElse(0);
    }

    private double solvedAt(OptionChain chain, int row, long nowMs) {
        return row >= 0 && twoSided(chain, row) && solve(chain, row, nowMs) ? solver.volatility() : 0;
    }

    private static boolean twoSided(OptionChain chain, int row) {
        return chain.bid(row) > 0 && chain.ask(row) >= chain.bid(row);
    }

    private boolean solve(OptionChain chain, int row, long nowMs) {
        double underlying = chain.underlyingPrice().orElse(0);
        if (!(underlying > 0)) {
            return false;
        }
        double mid = (chain.bid(row) + chain.ask(row)) / 2;
        double years = EuropeanOption.years(nowMs, chain.expiryMs(row));
        return solver.trySolve(
                chain.right(row), underlying, chain.strike(row), years, inverse ? mid * underlying : mid);
    }

    private IvAbsence obstacle(OptionChain chain, int row, long nowMs) {
        if (!(chain.bid(row) > 0)) {
            return IvAbsence.NO_BID;
        }
        if (!(chain.ask(row) > 0)) {
            return IvAbsence.NO_ASK;
        }
        if (chain.bid(row) > chain.ask(row)) {
            return IvAbsence.CROSSED;
        }
        solve(chain, row, nowMs);
        return solver.reason().map(IvAbsence::of).orElseThrow();
    }

    /** Of two figures those that are there, that is above 0. */
    private static double mean(double first, double second) {
        return first > 0 && second > 0 ? (first + second) / 2 : Math.max(first, second);
    }
}
