package io.argus.domain.strategy;

import java.util.Objects;

/**
 * An order that came to nothing. It left no trace in cash or positions.
 *
 * @param orderId the run's number of the order, from 1
 * @param explanation what was asked and what was there
 */
public record Rejection(long orderId, String tag, long timeMs, Reason reason, Explanation explanation) {

    /** Why an order was rejected. Counted by name in every artifact. */
    public enum Reason {
        /** Nobody bids for what is to be sold. */
        ZERO_BID,
        /** The bid stands above the ask: the quote is broken. */
        CROSSED,
        /** The spread is wider than the configured share of the mid price. */
        SPREAD_WIDE,
        /** The quote is older than the configured age. */
        STALE_QUOTE,
        /** The quoted size is smaller than the order. */
        INSUFFICIENT_SIZE,
        /** No price came in time, or the only one is not to be trusted. */
        NO_QUOTE,
        /** The buying power that the order needs exceeds what is free, or its size rounds to nothing. */
        INSUFFICIENT_FUNDS,
        /** The instrument, or the order's time in force, ended before a fill. */
        EXPIRED,
        /** The pack has no such instrument, or the order closes a position that is not there. */
        UNKNOWN_INSTRUMENT,
        /** Not an order of the strategy: a position closed because equity fell below maintenance margin. */
        MARGIN_CALL
    }

    public Rejection {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(explanation, "explanation");
    }

    public Rejection(long orderId, String tag, long timeMs, Reason reason, String detail) {
        this(orderId, tag, timeMs, reason, new Explanation.Words(detail));
    }

    /** What was asked and what was there, for people. */
    public String detail() {
        return explanation.text();
    }
}
