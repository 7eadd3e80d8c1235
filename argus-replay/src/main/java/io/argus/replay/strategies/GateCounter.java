package io.argus.replay.strategies;

import io.argus.domain.strategy.GateCount;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
        for (G gate : EnumSet.allOf(gates)) {
            stopped.put(gate, new Count());
        }
    }

    void stop(G gate) {
        of(gate).value++;
    }

    /** In the order of the gates, those that never stopped it too. */
    List<GateCount> counts() {
        return EnumSet.allOf(gates).stream()
                .map(gate -> new GateCount(gate.name().toLowerCase(Locale.ROOT), of(gate).value))
                .toList();
    }

    private Count of(G gate) {
        return Objects.requireNonNull(stopped.get(gate));
    }
}
