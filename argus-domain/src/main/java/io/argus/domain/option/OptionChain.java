package io.argus.domain.option;

import java.util.OptionalDouble;

/**
 * The options of one underlying as one snapshot showed them. Rows are read by index, so that walking a chain allocates
 * nothing.
 */
public interface OptionChain {

    /** When the snapshot was received, which is when it became known. */
    long receivedMs();

    /** When the provider sent it. */
    long sourceMs();

    String provider();

    OptionalDouble underlyingPrice();

    /** The provider's own at-the-money implied volatility, a decimal. */
    OptionalDouble atTheMoneyVolatility();

    /** The number of quoted contracts. */
    int size();

    OptionContract.Right right(int row);

    double strike(int row);

    long expiryMs(int row);

    /** 0 when nobody bids. */
    double bid(int row);

    /** 0 when nobody offers. */
    double ask(int row);

    double bidSize(int row);

    double askSize(int row);

    OptionalDouble impliedVolatility(int row);

    OptionalDouble delta(int row);
}
