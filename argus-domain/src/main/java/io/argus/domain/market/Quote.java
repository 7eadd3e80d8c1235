package io.argus.domain.market;

/**
 * The best bid and ask of an instrument at one time. A price of 0 means that nobody quotes that side.
 *
 * @param timeMs when the source sent it
 */
public record Quote(long timeMs, double bid, double ask, double bidSize, double askSize) {

    public Quote {
        requireNotNegative("bid", bid);
        requireNotNegative("ask", ask);
        requireNotNegative("bid size", bidSize);
        requireNotNegative("ask size", askSize);
    }

    public boolean crossed() {
        return bid > 0 && ask > 0 && bid > ask;
    }

    /** Halfway between bid and ask. */
    public double mid() {
        return (bid + ask) / 2;
    }

    private static void requireNotNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }
}
