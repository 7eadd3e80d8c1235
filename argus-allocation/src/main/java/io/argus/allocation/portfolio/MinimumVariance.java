package io.argus.allocation.portfolio;

import java.util.List;

record MinimumVariance() implements Allocator {

    @Override
    public PortfolioWeights allocate(PortfolioProblem problem) {
        WeightLimits limits = problem.limits();
        double[] weights = new QuadraticProgram(problem.covariance(), new double[problem.size()], limits.cap())
                .solveFor(limits.total(problem.size()));
        return new PortfolioWeights(weights, weights, List.of());
    }
}
