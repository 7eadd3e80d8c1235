package io.argus.allocation.portfolio;

import java.util.List;

record InverseVolatility() implements RawWeights {

    @Override
    public double[] weights(PortfolioProblem problem, List<String> notes) {
        Volatilities.requirePositive(problem);
        // Over the least volatility, so that no quotient can overflow.
        double least = Double.MAX_VALUE;
        for (int i = 0; i < problem.size(); i++) {
            least = Math.min(least, problem.covariance().volatility(i));
        }
        double[] inverse = new double[problem.size()];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = least / problem.covariance().volatility(i);
        }
        return WithinLimits.normalized(inverse);
    }
}
