package io.argus.allocation.portfolio;

import java.util.Arrays;
import java.util.List;

/** With one asset this is the fraction of mu/sigma². */
record CovarianceKelly(double fraction) implements Allocator {

    CovarianceKelly {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("kelly_fraction lies in (0, 1]: " + fraction);
        }
    }

    @Override
    public PortfolioWeights allocate(PortfolioProblem problem) {
        double[] mu = problem.netMu();
        double[] gain = new double[mu.length];
        Arrays.setAll(gain, i -> fraction * mu[i]);
        double[] weights = new QuadraticProgram(
                        problem.covariance(), gain, problem.limits().cap())
                .solveWithin(problem.limits().total(problem.size()));
        return new PortfolioWeights(weights, weights, List.of());
    }
}
