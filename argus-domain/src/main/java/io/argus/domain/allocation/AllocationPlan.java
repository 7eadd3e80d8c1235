package io.argus.domain.allocation;

import java.util.List;
import java.util.Objects;

/**
 * Positions to be taken together.
 *
 * @param equity that weights are fractions of
 * @param risk of all together
 * @param trades from what is held to the plan, by name; empty also where nothing was said to be held
 * @param notes on the whole, such as risk budgets brought to a sum of 1
 */
public record AllocationPlan(
        double equity, List<Allocation> allocations, PortfolioRisk risk, List<Trade> trades, List<String> notes) {

    public AllocationPlan {
        allocations = List.copyOf(allocations);
        Objects.requireNonNull(risk, "risk");
        trades = List.copyOf(trades);
        notes = List.copyOf(notes);
    }

    public AllocationPlan withRisk(PortfolioRisk known) {
        return new AllocationPlan(equity, allocations, known, trades, notes);
    }

    /** Sum of the sizes of the weights. */
    public double exposure() {
        return allocations.stream()
                .mapToDouble(allocation -> Math.abs(allocation.weight()))
                .sum();
    }
}
