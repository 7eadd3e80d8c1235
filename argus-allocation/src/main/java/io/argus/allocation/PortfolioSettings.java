package io.argus.allocation;

import io.argus.allocation.covariance.CovarianceEstimator;
import io.argus.allocation.covariance.PsdPolicy;
import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.RiskBudgets;
import java.util.Objects;
import java.util.Optional;

/**
 * How weights are found for the whole portfolio.
 *
 * @param method its name, for the trail
 * @param allocator empty where each forecast is sized by itself
 * @param needsReturns whether the allocator reads the covariance
 * @param fullInvestment whether caps that leave no room for the whole exposure are an error
 * @param periodsPerYear rows of the returns a year, to bring them to the forecasts' year
 */
public record PortfolioSettings(
        String method,
        Optional<Allocator> allocator,
        boolean needsReturns,
        CovarianceEstimator covariance,
        PsdPolicy psd,
        boolean fullInvestment,
        int periodsPerYear) {

    private static final int TRADING_DAYS = 252;

    private static final PortfolioSettings EACH_BY_ITSELF =
            of(AllocationMethod.FRACTIONAL_KELLY, RiskBudgets.equal(), 1);

    public PortfolioSettings {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(allocator, "allocator");
        Objects.requireNonNull(covariance, "covariance");
        Objects.requireNonNull(psd, "psd");
        if (periodsPerYear < 1) {
            throw new IllegalArgumentException("periods per year must be positive: " + periodsPerYear);
        }
    }

    /** No portfolio method: the sizing rule decides. */
    public static PortfolioSettings eachByItself() {
        return EACH_BY_ITSELF;
    }

    /**
     * A method of the house on the sample covariance of daily returns, non-matrices repaired.
     *
     * @param budgets for risk parity
     * @param kellyFraction for Kelly with covariance, in (0, 1]
     */
    public static PortfolioSettings of(AllocationMethod method, RiskBudgets budgets, double kellyFraction) {
        return new PortfolioSettings(
                method.key(),
                method.allocator(budgets, kellyFraction),
                method.needsReturns(),
                CovarianceEstimator.SAMPLE,
                PsdPolicy.REPAIR,
                false,
                TRADING_DAYS);
    }

    /** One's own allocator, which may read the covariance. */
    public static PortfolioSettings of(String method, Allocator allocator) {
        return new PortfolioSettings(
                method,
                Optional.of(allocator),
                true,
                CovarianceEstimator.SAMPLE,
                PsdPolicy.REPAIR,
                false,
                TRADING_DAYS);
    }

    public PortfolioSettings withCovariance(CovarianceEstimator estimator, PsdPolicy policy) {
        return new PortfolioSettings(
                method, allocator, needsReturns, estimator, policy, fullInvestment, periodsPerYear);
    }

    public PortfolioSettings withFullInvestment(boolean demanded) {
        return new PortfolioSettings(method, allocator, needsReturns, covariance, psd, demanded, periodsPerYear);
    }

    public PortfolioSettings withPeriodsPerYear(int periods) {
        return new PortfolioSettings(method, allocator, needsReturns, covariance, psd, fullInvestment, periods);
    }
}
