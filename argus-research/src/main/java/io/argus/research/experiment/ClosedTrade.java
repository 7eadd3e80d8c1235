package io.argus.research.experiment;

import io.argus.domain.strategy.Side;
import java.util.Objects;

/**
 * A position in one instrument, or a part of one, from entry to exit.
 *
 * @param positionId of the order that opened it: the legs of a spread share it
 * @param entrySide {@link Side#BUY} for a long position
 * @param grossPnl price difference alone, in the account currency
 * @param commission of entry and exit
 * @param equityAtEntry of the account, marked before the order that opened the position
 * @param exitReason {@code order}, {@code stop}, {@code target}, {@code margin_call}, {@code expiry}, {@code
 *     settlement_proxy}, {@code hand_over}, {@code confinement}
 */
public record ClosedTrade(
        long positionId,
        String symbol,
        Side entrySide,
        double quantity,
        long entryTimeMs,
        double entryPrice,
        long exitTimeMs,
        double exitPrice,
        double grossPnl,
        double commission,
        double equityAtEntry,
        String exitReason) {

    public ClosedTrade {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(entrySide, "entrySide");
        Objects.requireNonNull(exitReason, "exitReason");
    }

    /** After commissions. */
    public double netPnl() {
        return grossPnl - commission;
    }

    /** Net result as a fraction of the equity that the trade was entered with. */
    public double returnOnEquity() {
        return netPnl() / equityAtEntry;
    }
}
