package io.argus.domain.strategy;

import java.util.List;

/**
 * A trading rule. It is called once for every instant at which something became known, after all of that instant has
 * been applied, and may keep state between calls. One instance serves one run on one thread.
 */
public interface Strategy {

    /**
     * @param market the world as it is known now; valid during this call only
     * @return orders to submit now, in order; empty for none
     */
    List<Order> decide(MarketView market);

    /** Called when an order was filled, once for every leg, before the next decision. */
    default void filled(Fill fill) {}

    /** Called when an order came to nothing, before the next decision. */
    default void rejected(Rejection rejection) {}
}
