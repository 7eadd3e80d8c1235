package io.argus.replay.strategies;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Side;
import java.util.List;

/**
 * How often each gate kept a strategy that is long or flat from entering. An order that comes to nothing while nothing is
 * held was one to enter.
 */
final class LongEntryGates<G extends Enum<G>> {

    private final GateCounter<G> stopped;
    private final G orderRejected;
    private boolean held;

    LongEntryGates(Class<G> gates, G orderRejected) {
        stopped = new GateCounter<>(gates);
        this.orderRejected = orderRejected;
    }

    /** No order, because of a gate. */
    List<Order> stop(G gate) {
        stopped.stop(gate);
        return List.of();
    }

    void filled(Fill fill) {
        held = fill.side() == Side.BUY;
    }

    void rejected() {
        if (!held) {
            stopped.stop(orderRejected);
        }
    }

    List<GateCount> counts() {
        return stopped.counts();
    }
}
