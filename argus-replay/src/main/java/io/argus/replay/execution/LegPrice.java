package io.argus.replay.execution;

import io.argus.domain.strategy.Rejection;

/** What a bar gives one leg of an order. */
sealed interface LegPrice {

    /** Nothing yet; the next bar may. */
    enum Waiting implements LegPrice {
        INSTANCE
    }

    /** Where in a bar a price stands: what fills at the open comes before what fills later. */
    enum Moment {
        OPEN,
        WITHIN,
        CLOSE
    }

    /**
     * A price.
     *
     * @param price after slippage
     * @param slippage by how much of price it is worse than its quote
     */
    record Priced(double price, double slippage, long timeMs, Moment moment) implements LegPrice {}

    /** Nothing, and nothing will come. */
    record Refused(Rejection.Reason reason, String detail) implements LegPrice {}
}
