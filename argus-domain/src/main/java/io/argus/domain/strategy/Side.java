package io.argus.domain.strategy;

/** Buying or selling. */
public enum Side {
    BUY,
    SELL;

    /** +1 for a buy, -1 for a sale. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
