package io.argus.domain.strategy;

import java.util.Objects;

/**
 * A leg that was filled.
 *
 * @param orderId the run's number of the order, from 1
 * @param timeMs when the price was traded
 * @param knownMs when the strategy learned of it: the close of the bar that holds the price
 * @param quantity units or contracts, positive
 * @param price after slippage
 * @param commission in the account currency
 * @param slippage cost of the difference between quote and fill, in the account currency
 */
public record Fill(
        long orderId,
        String tag,
        String symbol,
        Side side,
        long timeMs,
        long knownMs,
        double quantity,
        double price,
        double commission,
        double slippage) {

    public Fill {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(side, "side");
    }
}
