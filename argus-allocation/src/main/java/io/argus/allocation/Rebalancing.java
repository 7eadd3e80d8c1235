package io.argus.allocation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is held now, and how far a plan may move from it. Leaving a position that has no size any more is never held
 * back, and the caps go before these limits.
 *
 * @param held weights by strategy id, or {@code id/run} where several runs of a strategy are sized; empty where nobody
 *     asks what is to be traded
 * @param noTradeBand a weight that would change by at most this stays; 0 for no band
 * @param maxChange the most that all weights together may change; where they would change by more, every change is
 *     scaled alike. Empty for no limit
 */
public record Rebalancing(Optional<Map<String, Double>> held, double noTradeBand, OptionalDouble maxChange) {

    private static final Rebalancing FREE = new Rebalancing(Optional.empty(), 0, OptionalDouble.empty());

    public Rebalancing {
        held = held.map(Map::copyOf);
        Objects.requireNonNull(maxChange, "maxChange");
        held.orElse(Map.of()).forEach((name, weight) -> {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("current weight of " + name + " must be finite: " + weight);
            }
        });
        if (!(noTradeBand >= 0) || Double.isInfinite(noTradeBand)) {
            throw new IllegalArgumentException("no_trade_band must not be negative: " + noTradeBand);
        }
        if (maxChange.isPresent() && !(maxChange.getAsDouble() > 0 && Double.isFinite(maxChange.getAsDouble()))) {
            throw new IllegalArgumentException("max_change must be positive: " + maxChange.getAsDouble());
        }
    }

    /** Nothing is said to be held, and any plan will do. */
    public static Rebalancing free() {
        return FREE;
    }
}
