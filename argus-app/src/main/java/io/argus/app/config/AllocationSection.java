package io.argus.app.config;

import io.argus.allocation.AllocationSettings;
import io.argus.allocation.PortfolioSettings;
import io.argus.allocation.Rebalancing;
import io.argus.allocation.covariance.CovarianceEstimator;
import io.argus.allocation.covariance.PsdPolicy;
import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.allocation.portfolio.RiskBudgets;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.app.config.bind.Key;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.research.forecast.ForecastSettings;
import io.argus.research.forecast.MuDeflation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How survivors are sized. */
public record AllocationSection(
        @Key(
                fallback = "fractional_kelly",
                doc = "Each by a fraction of its own growth-optimal size, or all together by one of the others.")
        AllocationMethod method,

        @Key(fallback = "0.25", range = "(0, 1]", doc = "Fraction of the growth-optimal size.")
        double kellyFraction,

        @Key(fallback = "0.07", range = "(0, 1]", doc = "Largest weight of one play.")
        double perPlayCap,

        @Key(
                range = "(0, inf)",
                doc = "Scales each weight by this volatility a year over its own; null for no such step. A step of"
                        + " fractional_kelly.")
        OptionalDouble volTargetAnnual,

        @Key(
                fallback = "0",
                range = "[0, inf)",
                doc = "By how much mu must exceed cost, a year; below it the size is 0. A step of fractional_kelly.")
        double minEdgeOverCost,

        @Key(
                fallback = "1.0",
                range = "(0, inf)",
                doc = "Largest sum of the sizes of all weights; all are scaled down to it. Above 1 is leverage.")
        double aggregateExposureCap,

        @Key(
                doc = "The most that one contract can lose, in the account currency, for strategies that do not"
                        + " tell; null, 0 or less: unknown, and no contracts are counted.")
        MaxLossPerContract maxLossPerContract,

        @Key(fallback = "sample", doc = "How methods that need one estimate the covariance of daily returns.")
        CovarianceEstimator covariance,

        @Key(
                range = "[0, inf)",
                doc =
                        "Risk budgets of risk_parity by strategy_id, or strategy_id/run_id where several runs of one are sized,"
                                + " brought to a sum of 1; without any, all are equal.")
        Map<String, Double> budgets,

        @Key(fallback = "repair", doc = "What to do with a covariance that is not positive semi-definite.")
        PsdPolicy psd,

        @Key(
                fallback = "false",
                doc = "Whether it is an error when per_play_cap leaves no room for aggregate_exposure_cap; not for"
                        + " fractional_kelly.")
        boolean fullInvestment,

        @Key(
                range = "[-1, 1]",
                doc =
                        "Weights held now, by strategy_id, or strategy_id/run_id where several runs of one are sized; the plan"
                                + " then says what to trade. null: not told.")
        Optional<Map<String, Double>> currentWeights,

        @Key(fallback = "0", range = "[0, 1]", doc = "A weight that would change by no more than this stays.")
        double noTradeBand,

        @Key(
                range = "(0, inf)",
                doc = "The most that all weights together may change at once, but for positions that are left;"
                        + " null for no limit.")
        OptionalDouble maxChange,

        @Key(range = "[2, 100000]", doc = "Last days to take sigma from; null for the whole run.")
        OptionalInt sigmaWindow,

        @Key(
                fallback = "0.25",
                range = "[0, 1]",
                doc = "Least confidence in mu: without a floor, noise takes most of a true edge away.")
        double confidenceFloor,

        @Key(
                fallback = "expected_max",
                doc = "What is taken off mu because the run was picked from many: what the best of that many"
                        + " lucky runs would show, or nothing.")
        MuDeflation muDeflation) {

    public AllocationSection {
        if (!budgets.isEmpty() && budgets.values().stream().noneMatch(budget -> budget > 0)) {
            throw new IllegalArgumentException("budgets need one above 0");
        }
        if (currentWeights.isEmpty() && (noTradeBand > 0 || maxChange.isPresent())) {
            throw new IllegalArgumentException("no_trade_band and max_change need current_weights");
        }
    }

    /** Keys that are set to something, and that the method does not take. */
    List<String> keysWithoutEffect() {
        List<String> keys = new ArrayList<>();
        if (method == AllocationMethod.FRACTIONAL_KELLY) {
            if (fullInvestment) {
                keys.add("full_investment");
            }
        } else {
            if (minEdgeOverCost > 0) {
                keys.add("min_edge_over_cost");
            }
            if (volTargetAnnual.isPresent()) {
                keys.add("vol_target_annual");
            }
        }
        if (method != AllocationMethod.RISK_PARITY && !budgets.isEmpty()) {
            keys.add("budgets");
        }
        return keys;
    }

    public AllocationSettings engine() {
        RiskBudgets shares = budgets.isEmpty() ? RiskBudgets.equal() : RiskBudgets.of(budgets);
        return new AllocationSettings(
                new FractionalKelly(kellyFraction, perPlayCap, volTargetAnnual, minEdgeOverCost),
                aggregateExposureCap,
                PortfolioSettings.of(method, shares, kellyFraction)
                        .withCovariance(covariance, psd)
                        .withFullInvestment(fullInvestment),
                new Rebalancing(currentWeights, noTradeBand, maxChange));
    }

    public ForecastSettings forecasts() {
        return new ForecastSettings(confidenceFloor, muDeflation, sigmaWindow, maxLossPerContract);
    }
}
