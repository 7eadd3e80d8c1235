package io.argus.allocation.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a method's weights times the total, and the nearest to them that keeps the limits. Cutting at the cap and scaling
 * up again would break the cap again.
 *
 * @param name of the method
 */
record WithinLimits(String name, RawWeights method) implements Allocator {

    @Override
    public PortfolioWeights allocate(PortfolioProblem problem) {
        List<String> notes = new ArrayList<>();
        double total = problem.limits().total(problem.size());
        double cap = problem.limits().cap();
        double[] raw = method.weights(problem, notes);
        double[] scaled = new double[raw.length];
        boolean fits = true;
        for (int i = 0; i < raw.length; i++) {
            scaled[i] = raw[i] * total;
            fits &= scaled[i] <= cap;
        }
        double[] weights = fits ? scaled : Projection.onto(scaled, cap, total);
        return new PortfolioWeights(raw, weights, notes);
    }

    /** Brings weights to a sum of 1. */
    static double[] normalized(double[] values) {
        double sum = Arrays.stream(values).sum();
        double[] normalized = new double[values.length];
        Arrays.setAll(normalized, i -> values[i] / sum);
        return normalized;
    }
}
