package io.argus.domain.pack;

/**
 * The level of an index.
 *
 * @param timeMs when it held
 * @param knownMs when it became known
 */
public record IndexPrice(String index, long timeMs, long knownMs, double price) {

    public IndexPrice {
        MarketEvents.requireKnown("index price", index, timeMs, knownMs);
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("index " + index + " must be positive: " + price);
        }
    }
}
