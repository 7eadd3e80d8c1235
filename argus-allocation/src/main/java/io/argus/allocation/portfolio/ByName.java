package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shows an allocator the assets by name, so that of equally good answers it gives the same in whatever order they come. */
record ByName(Allocator allocator) implements Allocator {

    @Override
    public PortfolioWeights allocate(PortfolioProblem problem) {
        List<String> names = problem.names();
        int[] order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
        PortfolioWeights sorted = allocator.allocate(inOrder(problem, order));
        double[] raw = new double[order.length];
        double[] weights = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            raw[order[i]] = sorted.raw(i);
            weights[order[i]] = sorted.weight(i);
        }
        return new PortfolioWeights(raw, weights, sorted.notes());
    }

    private static PortfolioProblem inOrder(PortfolioProblem problem, int[] order) {
        double[] mu = problem.netMu();
        double[][] covariance = new double[order.length][order.length];
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                covariance[i][j] = problem.covariance().at(order[i], order[j]);
            }
        }
        return new PortfolioProblem(
                Arrays.stream(order).mapToObj(problem.names()::get).toList(),
                CovarianceMatrix.of(covariance),
                Arrays.stream(order).mapToDouble(at -> mu[at]).toArray(),
                problem.limits());
    }
}
