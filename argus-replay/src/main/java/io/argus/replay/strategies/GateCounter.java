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

    private final Class<G> gates;
    private final Map<G, Count> stopped;

    GateCounter(Class<G> gates) {
        this.gates = gates;
        stopped = new EnumMap<>(gates);
    }

    void stop(G gate) {
        stopped.computeIfAbsent(gate, unused -> new Count()).value++;
    }

    /** In the order of the gates, those that never stopped it too. */
    List<GateCount> counts() {
        return EnumSet.allOf(gates).stream()
                .map(gate -> new GateCount(
                        gate.name().toLowerCase(Locale.ROOT), stopped.getOrDefault(gate, new Count()).value))
                .toList();
    }
}
