package io.argus.allocation.portfolio;

import io.argus.domain.numeric.Linkage;

/**
 * Gives a portfolio's weights. A pure function of the problem; safe for any number of threads.
 *
 * <p>Laws: no weight below 0 or above the cap; weights sum to the limits' total, for {@link #covarianceKelly} to at most
 * that; never a number that is not finite; the same assets in another order get the same weights, but for rounding, and
 * for {@link #hierarchicalRiskParity} by its recipe.
 */
@FunctionalInterface
public interface Allocator {

    /**
     * @throws io.argus.domain.ConfigException when the limits cannot be met
     * @throws io.argus.domain.DataException when the covariances do not allow the method, such as an asset without
     *     variance where it is divided by, with the asset's name
     */
    PortfolioWeights allocate(PortfolioProblem problem);

    /** The same for each. */
    static Allocator equalWeight() {
        return new WithinLimits("equal_weight", new EqualWeight());
    }

    /** In proportion to one over volatility. */
    static Allocator inverseVolatility() {
        return new WithinLimits("inverse_volatility", new InverseVolatility());
    }

    /** The least variance that the limits allow. */
    static Allocator minimumVariance() {
        return new ByName(new MinimumVariance());
    }

    /** Every asset contributes the same risk. */
    static Allocator riskParity() {
        return new WithinLimits("risk_parity", new RiskParity(RiskBudgets.equal()));
    }

    /** Assets contribute risk in proportion to their budgets. */
    static Allocator riskParity(RiskBudgets budgets) {
        return new WithinLimits("risk_parity", new RiskParity(budgets));
    }

    /** Hierarchical risk parity with single linkage, as published. */
    static Allocator hierarchicalRiskParity() {
        return hierarchicalRiskParity(Linkage.SINGLE);
    }

    static Allocator hierarchicalRiskParity(Linkage linkage) {
        return new WithinLimits("hrp", new HierarchicalRiskParity(linkage));
    }

    /**
     * The long-only portfolio that grows fastest, held to a fraction: the most of w'mu - w'Cw/(2 fraction).
     *
     * @param fraction in (0, 1]
     */
    static Allocator covarianceKelly(double fraction) {
        return new ByName(new CovarianceKelly(fraction));
    }
}
