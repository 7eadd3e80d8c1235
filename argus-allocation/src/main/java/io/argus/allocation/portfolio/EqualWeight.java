package io.argus.allocation.portfolio;

import java.util.Arrays;
import java.util.List;

record EqualWeight() implements RawWeights {

    @Override
    public double[] weights(PortfolioProblem problem, List<String> notes) {
        double[] weights = new double[problem.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return weights;
    }
}
