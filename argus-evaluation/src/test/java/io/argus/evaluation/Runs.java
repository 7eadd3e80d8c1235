package io.argus.evaluation;

import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.WalkForwardSpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Runs to evaluate. */
final class Runs {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);

    private Runs() {}

    /** One day after the other. */
    static List<LocalDate> days(int count) {
        return IntStream.range(0, count).mapToObj(FIRST::plusDays).toList();
    }

    static EvaluatedRun run(String name, String strategyClass, List<LocalDate> dates, double[] returns) {
        return run(name, strategyClass, Optional.of(DailyReturns.of(dates, returns)), Optional.empty());
    }

    /** A run that never traded. */
    static EvaluatedRun idle(String name, String strategyClass, List<LocalDate> dates) {
        DailyReturns nothing = DailyReturns.of(dates, new double[dates.size()]);
        return run(name, strategyClass, Optional.of(nothing), Optional.empty(), 0);
    }

    /** A run of 40 trades whose parameters are its name. */
    static EvaluatedRun run(
            String name, String strategyClass, Optional<DailyReturns> daily, Optional<MonteCarloResult> monteCarlo) {
        return run(name, strategyClass, daily, monteCarlo, 40);
    }

    private static EvaluatedRun run(
            String name,
            String strategyClass,
            Optional<DailyReturns> daily,
            Optional<MonteCarloResult> monteCarlo,
            int trades) {
        double growth = daily.map(each -> Arrays.stream(each.returns()).reduce(1, (a, r) -> a * (1 + r)))
                .orElse(1.0);
        OptionalDouble none = OptionalDouble.empty();
        PortfolioSummary portfolio = new PortfolioSummary(
                10_000,
                10_000 * growth,
                0,
                100 * (growth - 1),
                trades,
                trades / 2,
                trades / 2,
                none,
                none,
                none,
                none,
                OptionalDouble.of(1),
                0,
                10,
                0,
                0);
        ExperimentResult result = new ExperimentResult(
                name,
                "base",
                Map.of("SPX", Optional.empty()),
                1_000,
                0,
                Map.of(),
                portfolio,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ExecutionSummary(2L * trades, 0, 0, 0, 0, 0, Map.of()),
                daily,
                OptionalInt.of(252),
                OptionalInt.empty(),
                none,
                none,
                false,
                "");
        Manifest manifest = new Manifest(
                "run-" + name, strategyClass, Parameters.of(Map.of("name", name)), new TreeMap<>(), List.of(), 42, "1");
        return new EvaluatedRun("", "", new Experiment(manifest, result, monteCarlo));
    }

    /** The walk-forward of a class, on the days that it has. */
    static EvaluatedRun walkForward(
            String name, String strategyClass, List<LocalDate> dates, double[] returns, StressResult stress) {
        EvaluatedRun run = run(name, strategyClass, dates, returns);
        ExperimentResult base = run.experiment().result();
        ExperimentResult tagged = new ExperimentResult(
                base.strategyId(),
                WalkForwardSpec.TAG,
                base.instruments(),
                base.barsReplayed(),
                base.outcomesUsed(),
                base.sessionDistribution(),
                base.portfolio(),
                base.trades(),
                base.tradePnls(),
                base.regimes(),
                base.jointRegimes(),
                base.execution(),
                base.dailyReturns(),
                base.periodsPerYear(),
                base.observations(),
                base.exposure(),
                base.maxLossPerContract(),
                base.ruined(),
                base.fingerprint());
        return new EvaluatedRun("", "", new Experiment(run.experiment().manifest(), tagged, Optional.empty(), stress));
    }

    /** The same run on a synthetic market. */
    static EvaluatedRun synthetic(EvaluatedRun run) {
        Experiment experiment = run.experiment();
        Manifest own = experiment.manifest();
        PackReference pack = new PackReference("pack", "0", new TreeMap<>(Map.of(Pack.SYNTHETIC, "heston")));
        Manifest manifest = new Manifest(
                own.runId(),
                own.strategyClass(),
                own.parameters(),
                own.executionConfig(),
                List.of(pack),
                own.seed(),
                own.engineVersion());
        return new EvaluatedRun("", "", new Experiment(manifest, experiment.result(), experiment.monteCarlo()));
    }

    static EvaluatedRun with(EvaluatedRun run, StressResult stress) {
        Experiment experiment = run.experiment();
        return new EvaluatedRun(
                "", "", new Experiment(experiment.manifest(), experiment.result(), experiment.monteCarlo(), stress));
    }
}
