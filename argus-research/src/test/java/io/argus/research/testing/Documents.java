package io.argus.research.testing;

import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.PortfolioRisk;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.domain.allocation.Trade;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Session;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.ResamplingMethod;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.Trial;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.ScoreComponent;
import io.argus.research.ranking.SetSignificance;
import io.argus.research.ranking.TrialCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One of each document that a store keeps, with every part it can have. */
public final class Documents {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);

    private Documents() {}

    public static Experiment experiment(String strategyId, String runId) {
        Manifest manifest = new Manifest(
                runId,
                "SmaCross",
                Parameters.of(Map.of("fast", 10, "band", new BigDecimal("0.02"), "symbol", "SPX", "short", true)),
                new TreeMap<>(Map.of("quote_source", "next_open", "slippage", 0.0001, "allow_naked", false)),
                List.of(new PackReference("packs/spx.pack", "c0ffee")),
                42,
                "0.1.0");
        return new Experiment(manifest, result(strategyId), Optional.of(monteCarlo()), stress());
    }

    private static ExperimentResult result(String strategyId) {
        ClosedTrade trade = new ClosedTrade(
                1, "SPX", Side.BUY, 2, 1_704_205_800_000L, 100, 1_704_315_600_000L, 110, 20, 0.5, 10_000, "order");
        Map<String, Optional<ContractSpec.Kind>> instruments = new LinkedHashMap<>();
        instruments.put("SPX", Optional.of(ContractSpec.Kind.SPOT));
        instruments.put("VIX", Optional.empty());
        return new ExperimentResult(
                strategyId,
                "base",
                instruments,
                2,
                4,
                Map.of(Session.RTH, 2L),
                portfolio(),
                List.of(trade),
                List.of(19.5),
                List.of(new RegimeBucket("trend:UP", 20, 1), new RegimeBucket("volatility:HIGH", -0.5, 1)),
                List.of(new RegimeBucket("trend:UP|volatility:HIGH", 19.5, 2)),
                new ExecutionSummary(
                        2, 1, 1, 0.5, 0.25, 420, Map.of(Rejection.Reason.INSUFFICIENT_FUNDS, 1L), 0.125, 3),
                Optional.of(DailyReturns.of(
                        List.of(FIRST_DAY, FIRST_DAY.plusDays(1)),
                        new double[] {0.001, 0.00095},
                        Optional.of(new double[] {0.01, -0.02}),
                        Optional.of(new double[] {0.0001, 0.0001}))),
                OptionalInt.of(252),
                OptionalInt.of(2),
                OptionalDouble.of(0.5),
                OptionalDouble.of(450),
                false,
                "feedbeef");
    }

    private static PortfolioSummary portfolio() {
        return new PortfolioSummary(
                10_000,
                10_019.5,
                20,
                0.195,
                1,
                1,
                0,
                OptionalDouble.of(100),
                OptionalDouble.empty(),
                OptionalDouble.of(19.5),
                OptionalDouble.of(1830),
                OptionalDouble.of(1.25),
                5,
                0.05,
                0.5,
                0);
    }

    private static MonteCarloResult monteCarlo() {
        MonteCarloSettings settings = new MonteCarloSettings(
                1000, MonteCarloUnit.TRADES, ResamplingMethod.CIRCULAR, OptionalDouble.of(4), 42, 0.2);
        return new MonteCarloResult(
                settings,
                Optional.of(new MonteCarloSummary(
                        settings,
                        4,
                        2,
                        0.1,
                        -0.2,
                        0.5,
                        0.12,
                        0.3,
                        0.01,
                        0.75,
                        List.of(
                                new MonteCarloSummary.FanStep(0, 1, 1, 1),
                                new MonteCarloSummary.FanStep(2, 0.8, 1.1, 1.5)))),
                "");
    }

    private static StressResult stress() {
        return new StressResult(
                List.of(
                        new StressResult.CostLevel(1, 0.195, OptionalDouble.of(1.25), 1),
                        new StressResult.CostLevel(1.5, 0.19, OptionalDouble.empty(), 1)),
                List.of(new StressResult.RegimeRun("volatility:HIGH", -0.5, 1)),
                List.of(new StressResult.Window(
                        FIRST_DAY, FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(1), 19.5, Optional.empty())));
    }

    /** A run that stands and one that was killed. */
    public static Ranking ranking() {
        RankedRows first = RankedRows.of("trend", "r1")
                .parameters(Map.of("fast", 10, "band", new BigDecimal("0.02")))
                .score(0.75)
                .regimeSensitivity(0.8)
                .jointRegimeSensitivity(0.7)
                .scoring(ScoreComponent.RETURN_NORM, 1)
                .scoring(ScoreComponent.DRAWDOWN_PENALTY, 0.25)
                .dsr(0.97)
                .sharpeThreshold(0.04)
                .metric(Metric.TOTAL_RETURN_PCT, 44)
                .metric(Metric.MAX_DRAWDOWN_PCT, 20)
                .regimes(new RegimeBucket("trend:UP", 20, 100))
                .instrument("SPX", ContractSpec.Kind.SPOT)
                .observations(500, 252)
                .daily(0.001, 0.01)
                .maxLoss(450)
                .asOf(LocalDate.of(2024, 3, 1))
                .fingerprint("feedbeef")
                .returns("../experiments/trend_base_r1.json", "c0ffee");
        RankedRows second = RankedRows.of("luck", "r2")
                .rank(2)
                .score(0.25)
                .fewJointRegimes()
                .killed(
                        Kill.of(KillReason.DSR_BELOW_THRESHOLD, 0.5, 0.95),
                        Kill.because(KillReason.RUINED, "equity reached zero"));
        return new Ranking(
                List.of(first.build(), second.build()),
                Map.of(ScoreComponent.RETURN_NORM, 0.25, ScoreComponent.DRAWDOWN_PENALTY, -0.15),
                new TreeMap<>(Map.of("dsr_min", 0.95, "min_trades", 30.0)),
                new TrialCount(2, 7, Optional.of(LocalDate.of(2023, 1, 1)), OptionalDouble.of(1.5)),
                Optional.of(significance()),
                "cash",
                List.of("notes.json"),
                List.of("an example"));
    }

    private static SetSignificance significance() {
        return new SetSignificance(
                500,
                new SetSignificance.Overfitting(OptionalDouble.of(0.125), 2, ""),
                new TreeMap<>(Map.of(
                        "ClassOftrend",
                        new SetSignificance.Overfitting(OptionalDouble.empty(), 1, "one run has no rival"))),
                new SetSignificance.BootstrapTests(
                        Optional.of(new SetSignificance.Figures(
                                0.04, 2.5, 0.01, 0.02, 0.03, 9.5, 1000, 0.05, Optional.of(List.of("trend/r1")))),
                        ""),
                List.of("luck r2: shares too few days"));
    }

    /** A plan of one position, with every part. */
    public static PublishedPlan plan() {
        Forecast forecast = new Forecast(
                "trend",
                "r1",
                "SPX",
                Optional.empty(),
                0.15,
                0.16,
                0,
                0.01,
                0.7,
                OptionalDouble.empty(),
                0.25,
                Forecast.MuSource.DAILY_MEAN_DEFLATED,
                Forecast.SigmaSource.ROLLING_STANDARD_DEVIATION);
        Allocation allocation = new Allocation(
                forecast,
                0.07,
                700,
                OptionalLong.of(1),
                Allocation.Unit.CAPITAL_AT_RISK,
                3.7109375,
                List.of(
                        new Adjustment("kelly", 0, 3.7109375, "net edge over variance"),
                        new Adjustment("per_play_cap", 0.927734375, 0.07, "cap 0.07")));
        return new PublishedPlan(
                Instant.parse("2024-03-01T21:00:00Z"),
                Instant.parse("2024-03-04T21:00:00Z"),
                new AllocationPlan(
                        10_000,
                        List.of(allocation),
                        new PortfolioRisk(OptionalDouble.of(0.0112), OptionalDouble.of(0.002), OptionalDouble.of(0.05)),
                        List.of(new Trade("trend", 0.02, 0.07)),
                        List.of("an example")),
                new TreeMap<>(Map.of("method", "fractional_kelly", "per_play_cap", 0.07)),
                new TreeMap<>(Map.of("min_dsr", 0.5, "min_composite_score", 0.0)),
                true,
                Optional.empty());
    }

    /** A plan of nothing, and why. */
    public static PublishedPlan emptyPlan() {
        return new PublishedPlan(
                Instant.parse("2024-03-01T21:00:00Z"),
                Instant.parse("2024-03-04T21:00:00Z"),
                new AllocationPlan(10_000, List.of(), PortfolioRisk.unknown(), List.of(), List.of()),
                new TreeMap<>(),
                new TreeMap<>(Map.of("min_dsr", 0.95)),
                false,
                Optional.of("no run reached the thresholds"));
    }

    public static Trial trial(String runId) {
        return new Trial(
                runId,
                "SmaCross",
                "fast=10,slow=50",
                List.of("SPX"),
                FIRST_DAY,
                FIRST_DAY.plusDays(365),
                250,
                OptionalDouble.of(0.08));
    }
}
