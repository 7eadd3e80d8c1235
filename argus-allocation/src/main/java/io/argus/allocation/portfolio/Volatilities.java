package io.argus.allocation.portfolio;

import io.argus.domain.DataException;

final class Volatilities {

    private Volatilities() {}

    /** For methods that divide by volatility. */
    static void requirePositive(PortfolioProblem problem) {
        for (int i = 0; i < problem.size(); i++) {
            if (!(problem.covariance().variance(i) > 0)) {
                throw new DataException(
                        problem.names().get(i),
                        "never changes, so that it has no volatility to divide by: leave it out, or use equal_weight");
            }
        }
    }
}
