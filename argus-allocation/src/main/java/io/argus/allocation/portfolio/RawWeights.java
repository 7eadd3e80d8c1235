package io.argus.allocation.portfolio;

import java.util.List;

/** A method that knows no limits: weights that are not negative and sum to 1. */
interface RawWeights {

    double[] weights(PortfolioProblem problem, List<String> notes);
}
