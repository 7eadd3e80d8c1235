package io.argus.replay.strategies;

import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import java.util.List;

/** How often each gate kept a strategy that is long or flat from entering. Orders to enter are known by their tag. */
final class LongEntryGates<G extends Enum<G>> {

    private static final String ENTRY = "entry";

    private final GateCounter<G> stopped;
    private final G orderRejected;

    LongEntryGates(Class<G> gates, G orderRejected) {
        stopped = new GateCounter<>(gates);
        this.orderRejected = orderRejected;
    }

    /** No order, because of a gate. */
    List<Order> stop(G gate) {
        stopped.stop(gate);
        return List.of();
    }

    /** An order to enter, which counts where it comes to nothing. */
    Order entry(Order order) {
        return order.tagged(ENTRY);
    }

    void rejected(Rejection rejection) {
        if (rejection.tag().equals(ENTRY) && rejection.reason() != Rejection.Reason.MARGIN_CALL) {
            stopped.stop(orderRejected);
        }
    }

    List<GateCount> counts() {
        return stopped.counts();
    }
}
