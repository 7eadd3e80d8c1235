package io.argus.domain.allocation;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan as it is handed to those who trade. Nobody must trade on it after {@link #validUntil()}.
 *
 * @param asOf the time of the data that it rests on
 * @param config the sizing settings as they are written
 * @param gates thresholds that admitted the candidates
 * @param relaxedGates whether any of them is laxer than the shipped default, so that the plan is not for trading
 * @param emptyReason why there is nothing to hold; present exactly when there are no allocations
 */
public record PublishedPlan(
        Instant asOf,
        Instant validUntil,
        AllocationPlan plan,
        SortedMap<String, Object> config,
        SortedMap<String, Double> gates,
        boolean relaxedGates,
        Optional<String> emptyReason) {

    public PublishedPlan {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(plan, "plan");
        if (validUntil.isBefore(asOf)) {
            throw new IllegalArgumentException("a plan cannot end before its data: " + validUntil + ", " + asOf);
        }
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        gates = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) gates));
        if (emptyReason.isPresent() != plan.allocations().isEmpty()) {
            throw new IllegalArgumentException("a plan without allocations, and only that, says why");
        }
    }

    /** The same with nothing in it, so that nobody goes on trading an older one. */
    public PublishedPlan refused(String reason) {
        AllocationPlan nothing =
                new AllocationPlan(plan.equity(), List.of(), PortfolioRisk.unknown(), List.of(), plan.notes());
        return new PublishedPlan(asOf, validUntil, nothing, config, gates, relaxedGates, Optional.of(reason));
    }

    public List<Allocation> allocations() {
        return plan.allocations();
    }

    /** That weights are fractions of. */
    public double equity() {
        return plan.equity();
    }

    /** Sum of the sizes of the weights. */
    public double exposure() {
        return plan.exposure();
    }
}
