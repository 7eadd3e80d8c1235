package io.argus.domain.strategy;

import java.util.Objects;

/**
 * Why an order came to nothing. It is put into words when somebody reads it: orders are rejected far more often than
 * anybody asks why.
 */
public sealed interface Explanation {

    /** For people. */
    String text();

    /** In words from the start. */
    record Words(String text) implements Explanation {
        public Words {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * The quote that is not fit to trade on.
     *
     * @param bid 0 where nobody bids
     * @param ask NaN where nobody offers
     */
    record Quoted(double bid, double ask) implements Explanation {

        public Quoted {
            if (!(bid >= 0) || ask <= 0) {
                throw new IllegalArgumentException("no quote: bid " + bid + ", ask " + ask);
            }
        }

        @Override
        public String text() {
            String bidding = bid > 0 ? "bid " + bid : "nobody bids";
            return bidding + ", " + (ask > 0 ? "ask " + ask : "nobody offers");
        }
    }
}
