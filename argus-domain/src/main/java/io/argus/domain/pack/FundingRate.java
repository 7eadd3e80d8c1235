package io.argus.domain.pack;

/**
 * One funding payment of a perpetual.
 *
 * @param timeMs when positions pay
 * @param knownMs when the rate became known, which may be before it is paid
 * @param rate fraction of notional that longs pay to shorts for this payment; negative the other way round
 */
public record FundingRate(String symbol, long timeMs, long knownMs, double rate) {

    public FundingRate {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("a funding rate needs a symbol");
        }
        if (!Double.isFinite(rate)) {
            throw new IllegalArgumentException("funding rate of " + symbol + ": " + rate);
        }
    }
}
