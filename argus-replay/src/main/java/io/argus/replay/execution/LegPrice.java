package io.argus.replay.execution;

import io.argus.domain.strategy.Explanation;
import io.argus.domain.strategy.Rejection;

/** What a bar or a snapshot gives one leg of an order. */
sealed interface LegPrice {

    /** Nothing yet; the next bar or snapshot may. */
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
     * @param available how much of it there is; infinite where nobody says
     */
    record Priced(double price, double slippage, long timeMs, Moment moment, double available) implements LegPrice {

        Priced(double price, double slippage, long timeMs, Moment moment) {
            this(price, slippage, timeMs, moment, Double.POSITIVE_INFINITY);
        }

        /** The same price of new units. */
        Priced split(double newUnitsForOld) {
            return new Priced(
                    price / newUnitsForOld, slippage / newUnitsForOld, timeMs, moment, available * newUnitsForOld);
        }
    }

    /** Nothing, and nothing will come. */
    record Refused(Rejection.Reason reason, Explanation explanation) implements LegPrice {

        Refused(Rejection.Reason reason, String words) {
            this(reason, new Explanation.Words(words));
        }
    }
}
