package io.argus.replay.strategies;

import io.argus.domain.strategy.GateCount;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often each gate kept a strategy from entering. */
final class GateCounter<G extends Enum<G>> {

    private static final class Count {
        private long value;
    }

    private final Map<G, Count> stopped;

    GateCounter(Class<G> gates) {
        stopped = new EnumMap<>(gates);
        EnumSet.allOf(gates).forEach(gate -> stopped.put(gate, new Count()));
    }

    void stop(G gate) {
        stopped.computeIfAbsent(gate, unused -> new Count()).value++;
    }

    /** In the order of the gates, those that never stopped it too. */
    List<GateCount> counts() {
        return stopped.entrySet().stream()
                .map(each -> new GateCount(each.getKey().name().toLowerCase(Locale.ROOT), each.getValue().value))
                .toList();
    }
}
