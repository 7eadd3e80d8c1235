package io.argus.app.study;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
import io.argus.evaluation.EvaluatedRun;
import io.argus.evaluation.metric.Drawdown;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.StressResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Dresses planted returns as the run of a strategy that a replay might have given. */
final class PlantedRun {

    /** The market's name. */
    static final String SYMBOL = "MARKET";

    private static final String STRATEGY_CLASS = "Planted";

    private PlantedRun() {}

    /**
     * A run of a strategy of its own that closes a trade a week.
     *
     * @param trial its number, which is its only parameter
     * @param monteCarlo how its history is drawn again; empty for not at all
     */
    static EvaluatedRun of(
            int trial,
            List<LocalDate> dates,
            double[] returns,
            double[] market,
            double startingCash,
            Optional<MonteCarloSettings> monteCarlo) {
        String id = String.format(Locale.ROOT, "planted-%03d", trial);
        ExperimentResult result =
                result(id, DailyReturns.of(dates, returns, Optional.of(market), Optional.empty()), startingCash);
        Manifest manifest = new Manifest(
                "run-" + id,
                STRATEGY_CLASS,
                Parameters.of(Map.of("trial", trial)),
                new TreeMap<>(),
                List.of(),
                trial,
                "planted");
        return new EvaluatedRun(
                "",
                "",
                new Experiment(
                        manifest, result, monteCarlo.map(asked -> drawnAgain(result, asked)), StressResult.none()));
    }

    private static MonteCarloResult drawnAgain(ExperimentResult result, MonteCarloSettings settings) {
        Finding<MonteCarloSummary> found = MonteCarlo.of(result, settings, WorkSplit.onCaller());
        return new MonteCarloResult(settings, found.value(), found.reason());
    }

    private static ExperimentResult result(String id, DailyReturns daily, double startingCash) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new ExperimentResult(
                id,
                "base",
                Map.of(SYMBOL, Optional.of(ContractSpec.Kind.SPOT)),
                daily.size(),
                0,
                Map.of(),
                portfolio(daily, startingCash),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ExecutionSummary(0, 0, 0, 0, 0, 0, Map.of()),
                Optional.of(daily),
                OptionalInt.of(PlantedReturns.DAYS_A_YEAR),
                OptionalInt.of(daily.size()),
                unknown,
                unknown,
                false,
                id);
    }

    private static PortfolioSummary portfolio(DailyReturns daily, double startingCash) {
        OptionalDouble unknown = OptionalDouble.empty();
        double[] returns = daily.returns();
        double equity = startingCash;
        double peak = startingCash;
        double largestFall = 0;
        for (double value : returns) {
            equity *= 1 + value;
            peak = Math.max(peak, equity);
            largestFall = Math.max(largestFall, peak - equity);
        }
        int trades = daily.size() / PlantedReturns.WEEK;
        return new PortfolioSummary(
                startingCash,
                equity,
                equity - startingCash,
                100 * (equity / startingCash - 1),
                trades,
                0,
                0,
                unknown,
                unknown,
                unknown,
                unknown,
                SharpeRatio.annualized(returns, PlantedReturns.DAYS_A_YEAR),
                largestFall,
                100 * Drawdown.of(returns).maximum(),
                0,
                0);
    }
}
