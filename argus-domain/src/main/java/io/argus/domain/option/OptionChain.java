package io.argus.domain.option;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The options of one underlying as one snapshot showed them. Rows are read by index, so that walking a chain allocates
 * nothing, and stand by expiry, puts before calls, then by strike. Prices and sizes are in the units in which the contract
 * is quoted; volatilities are decimals.
 */
public interface OptionChain {

    String underlying();

    /** When the snapshot was received, which is when it became known. */
    long receivedMs();

    /** When the provider sent it. */
    long sourceMs();

    String provider();

    OptionalDouble underlyingPrice();

    /** The provider's own at-the-money implied volatility, a decimal. */
    OptionalDouble atTheMoneyVolatility();

    /** The expiry that {@link #atTheMoneyVolatility()} is of, where the provider says so. */
    OptionalLong atTheMoneyExpiryMs();

    /** The number of quoted contracts. */
    int size();

    OptionContract.Right right(int row);

    double strike(int row);

    long expiryMs(int row);

    /** NaN when the side is absent. A provider may also send 0, at which nothing can be sold. */
    double bid(int row);

    /** NaN when the side is absent. A provider may also send 0, at which nothing can be bought. */
    double ask(int row);

    /** NaN when the provider gives no size. */
    double bidSize(int row);

    /** NaN when the provider gives no size. */
    double askSize(int row);

    OptionalDouble impliedVolatility(int row);

    OptionalDouble delta(int row);

    OptionalDouble gamma(int row);

    /** As the provider sends it; usually per day. */
    OptionalDouble theta(int row);

    /** As the provider sends it; usually per point of volatility. */
    OptionalDouble vega(int row);

    /** The first expiry at or after a time that the snapshot shows options of; empty for none. O(log size). */
    default OptionalLong expiryAtOrAfter(long timeMs) {
        int row = rowAtOrAfter(OptionContract.Right.PUT, 0, timeMs);
        return row < size() ? OptionalLong.of(expiryMs(row)) : OptionalLong.empty();
    }

    /** The last expiry before a time that the snapshot shows options of; empty for none. O(log size). */
    default OptionalLong expiryBefore(long timeMs) {
        int row = rowAtOrAfter(OptionContract.Right.PUT, 0, timeMs);
        return row > 0 ? OptionalLong.of(expiryMs(row - 1)) : OptionalLong.empty();
    }

    /** The contract in a row; may make an object. */
    default OptionContract contract(int row) {
        return new OptionContract(underlying(), right(row), strike(row), expiryMs(row));
    }

    /** The {@link OptionContract#symbol() symbol} of the contract in a row. */
    default String symbol(int row) {
        return contract(row).symbol();
    }

    /**
     * The first row that stands at or after a contract, whether or not the snapshot shows it; {@link #size()} when all stand
     * before it. O(log size).
     */
    int rowAtOrAfter(OptionContract.Right right, double strike, long expiryMs);

    /** The row of a contract, empty when the snapshot does not show it. O(log size). */
    default OptionalInt findRow(OptionContract.Right right, double strike, long expiryMs) {
        int row = rowAtOrAfter(right, strike, expiryMs);
        boolean shown = row < size()
                && expiryMs(row) == expiryMs
                && right(row) == right
                && Double.compare(strike(row), strike) == 0;
        return shown ? OptionalInt.of(row) : OptionalInt.empty();
    }
}
