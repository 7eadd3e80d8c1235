package io.argus.domain.strategy;

import java.util.List;
import java.util.OptionalDouble;

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

    /**
     * What kept the strategy from trading so far, in the order in which it looks; empty for one that does not count.
     */
    default List<GateCount> gates() {
        return List.of();
    }

    /**
     * The most that one contract of what it traded so far could lose, fees included, in the account currency; empty where
     * nothing bounds it, nothing was traded, or a contract means nothing.
     */
    default OptionalDouble maxLossPerContract() {
        return OptionalDouble.empty();
    }
}
