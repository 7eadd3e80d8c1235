package io.argus.domain.pack;

/**
 * The price at which an instrument settled.
 *
 * @param instrument a contract's symbol, or an underlying's, at whose price its options settle
 * @param timeMs when it settled
 * @param knownMs when the price became known
 * @param price in the quote currency
 */
public record Settlement(String instrument, long timeMs, long knownMs, double price) {

    public Settlement {
        MarketEvents.requireKnown("settlement", instrument, timeMs, knownMs);
        if (!(price >= 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("settlement price of " + instrument + ": " + price);
        }
    }
}
