package io.argus.domain.pack;

import java.util.Objects;

/**
 * A trade that others made.
 *
 * @param id the market's own name for it; may be empty
 * @param price per unit, in the units in which the instrument is quoted
 * @param size units or contracts
 */
public record MarketTrade(
        String instrument, String id, long timeMs, long knownMs, double price, double size, Taker taker) {

    /** Who crossed the spread. */
    public enum Taker {
        BUYER,
        SELLER,
        UNKNOWN
    }

    public MarketTrade {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(taker, "taker");
        MarketEvents.requireKnown("trade", instrument, timeMs, knownMs);
        if (!(price >= 0) || Double.isInfinite(price) || !(size >= 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("trade of " + instrument + ": " + size + " at " + price);
        }
    }
}
