package io.argus.replay.result;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;

/** Watches a replay mark by mark, and where it wants to, order by order. Called on the replay's thread. */
@FunctionalInterface
public interface ReplayObserver {

    /**
     * The account after everything of one instant was applied and before the strategy is called.
     *
     * @param equity cash and market value
     * @param equityBySources starting cash plus every source of gain less every source of loss; the same to rounding
     */
    void marked(long timeMs, double cash, double equity, double equityBySources);

    /** What the strategy decided, in the order in which it said so. */
    default void decided(long timeMs, Order order) {}

    /** A leg that was filled, when the strategy learns of it. */
    default void filled(Fill fill) {}

    default void rejected(Rejection rejection) {}

    /** Watches nothing, and costs nothing. */
    static ReplayObserver none() {
        return NoObserver.INSTANCE;
    }
}
