package io.argus.domain.allocation;

import java.util.OptionalDouble;

/**
 * What a plan's positions risk together; each empty where it cannot be computed.
 *
 * @param expectedVolatility a year, as a fraction of equity
 * @param conditionalValueAtRisk mean loss of a period in the worst twentieth, positive, as a fraction of equity
 * @param jointDrawdown the 95th percentile of the largest drawdown over resampled paths of all positions together
 */
public record PortfolioRisk(
        OptionalDouble expectedVolatility, OptionalDouble conditionalValueAtRisk, OptionalDouble jointDrawdown) {

    private static final PortfolioRisk UNKNOWN =
            new PortfolioRisk(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** For plans without joint returns. */
    public static PortfolioRisk unknown() {
        return UNKNOWN;
    }

    public PortfolioRisk withJointDrawdown(double drawdown) {
        return new PortfolioRisk(expectedVolatility, conditionalValueAtRisk, OptionalDouble.of(drawdown));
    }
}
