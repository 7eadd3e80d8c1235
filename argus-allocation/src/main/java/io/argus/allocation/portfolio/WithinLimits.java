package io.argus.allocation.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a method's weights times the total, and the nearest to them that keeps the limits. Cutting at the cap and scaling
 * up again would break the cap again. What the method gives no weight is not held: it neither makes room under the caps nor
 * takes what others have above them.
 *
 * @param name of the method
 */
record WithinLimits(String name, RawWeights method) implements Allocator {

    @Override
    public PortfolioWeights allocate(PortfolioProblem problem) {
        List<String> notes = new ArrayList<>();
        double[] raw = method.weights(problem, notes);
        int[] held = IntStream.range(0, raw.length).filter(i -> raw[i] > 0).toArray();
        double total = problem.limits().total(held.length);
        double[] within = within(
                Arrays.stream(held).mapToDouble(i -> raw[i] * total).toArray(),
                problem.limits().cap(),
                total);
        double[] weights = new double[raw.length];
        for (int i = 0; i < held.length; i++) {
            weights[held[i]] = within[i];
        }
        return new PortfolioWeights(raw, weights, notes);
    }

    private static double[] within(double[] scaled, double cap, double total) {
        return Arrays.stream(scaled).allMatch(each -> each <= cap) ? scaled : Projection.onto(scaled, cap, total);
    }

    /** Brings weights to a sum of 1. */
    static double[] normalized(double[] values) {
        double sum = Arrays.stream(values).sum();
        double[] normalized = new double[values.length];
        Arrays.setAll(normalized, i -> values[i] / sum);
        return normalized;
    }
}
