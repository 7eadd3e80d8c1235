package io.argus.allocation.portfolio;

import io.argus.domain.ConfigException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the portfolio's risk is shared out. Budgets are relative: they are brought to a sum of 1, which is noted where it
 * changes them. An asset with a budget of zero, or without one where others have one, is not held.
 */
public final class RiskBudgets {

    private static final double EXACT = 1e-12;
    private static final RiskBudgets EQUAL = new RiskBudgets(Optional.empty());

    private final Optional<Map<String, Double>> byName;

    private RiskBudgets(Optional<Map<String, Double>> byName) {
        this.byName = byName;
    }

    /** The same for each asset. */
    public static RiskBudgets equal() {
        return EQUAL;
    }

    /**
     * @throws ConfigException when one is negative or no finite number, or none is above zero
     */
    public static RiskBudgets of(Map<String, Double> byName) {
        double sum = 0;
        for (Map.Entry<String, Double> budget : new TreeMap<>(byName).entrySet()) {
            if (!(budget.getValue() >= 0) || Double.isInfinite(budget.getValue())) {
                throw new ConfigException(
                        "budgets", "of " + budget.getKey() + " must not be negative: " + budget.getValue());
            }
            sum += budget.getValue();
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new ConfigException("budgets", "must have one above zero, and a finite sum: " + sum);
        }
        return new RiskBudgets(Optional.of(Map.copyOf(byName)));
    }

    /** For these assets, in their order, with a sum of 1. */
    double[] shares(List<String> names, List<String> notes) {
        double[] shares = new double[names.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            String name = names.get(i);
            shares[i] = byName.isEmpty() ? 1 : byName.get().getOrDefault(name, 0.0);
            if (byName.isPresent() && !byName.get().containsKey(name)) {
                notes.add(name + " has no budget and is not held");
            }
            sum += shares[i];
        }
        noteUnused(names, notes);
        if (!(sum > 0)) {
            throw new ConfigException("budgets", "give nothing to any of " + names);
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        if (byName.isPresent() && Math.abs(sum - 1) > EXACT) {
            notes.add("budgets sum to " + sum + " and were divided by it");
        }
        return shares;
    }

    private void noteUnused(List<String> names, List<String> notes) {
        new TreeMap<>(byName.orElse(Map.of()))
                .keySet().stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name ->
                                notes.add("the budget of " + name + ", which is not among the assets, is unused"));
    }
}
