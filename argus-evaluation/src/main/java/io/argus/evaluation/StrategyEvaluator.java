package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.scoring.CompositeScore;
import io.argus.evaluation.scoring.Penalties;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.Trial;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.ReturnsReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a set of runs together: figures, composite score, significance deflated for the number of trials, and every
 * reason to kill. The result does not depend on the order of the runs. Immutable; safe for any number of threads.
 */
public final class StrategyEvaluator {

    /** What a run must cover of the longest run's span of days to be judged, and funded, beside it. */
    public static final double LEAST_SHARE_OF_SPAN = 0.8;

    private static final int SMALLEST_JOINT_BUCKET = 60;

    private final EvaluationSettings settings;
    private final WorkSplit split;

    /** Works on the calling thread. */
    public StrategyEvaluator(EvaluationSettings settings) {
        this(settings, WorkSplit.onCaller());
    }

    /**
     * @param split of the tests that take long
     */
    public StrategyEvaluator(EvaluationSettings settings, WorkSplit split) {
        this.settings = settings;
        this.split = split;
    }

    /**
     * @param ledger trials remembered from before
     */
    public Ranking evaluate(List<EvaluatedRun> runs, List<Trial> ledger) {
        List<String> notes = new ArrayList<>();
        List<EvaluatedRun> ordered = canonical(runs, notes);
        List<EvaluatedRun> ranked = WindowRuns.without(ordered);
        List<Experiment> experiments =
                ranked.stream().map(EvaluatedRun::experiment).toList();
        List<JudgedSeries> judged = judge(experiments);
        SharedRows shared = SharedRows.of(experiments, judged);
        TrialPopulation population = TrialPopulation.of(experiments, judged, shared, ledger);
        SetTests tests = SetTests.of(experiments, shared, settings.thresholds(), split);
        WindowRuns windows = WindowRuns.of(ordered);
        Map<String, Double> robustness = robustnessByClass(experiments);
        List<CompositeScore> scores = CompositeScore.of(
                experiments.stream()
                        .map(run -> scoreInput(
                                run,
                                Objects.requireNonNull(
                                        robustness.get(run.manifest().strategyClass())),
                                windows))
                        .toList(),
                settings.weights());
        List<RankedStrategy> rows = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            DeflatedSharpe deflated = Deflation.of(judged.get(i), population, settings);
            List<Kill> kills = Gates.judge(
                    settings.thresholds(), experiments.get(i), scores.get(i), judged.get(i), deflated, tests, i);
            rows.add(row(ranked.get(i), scores.get(i), judged.get(i), deflated, kills));
        }
        rows.sort(RankedStrategy.byMerit());
        List<RankedStrategy> placed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            placed.add(rows.get(i).ranked(i + 1));
        }
        return new Ranking(
                placed,
                settings.weights(),
                settings.thresholds().asMap(),
                population.count(),
                Optional.of(tests.significance()),
                settings.benchmark().key(),
                List.of(),
                notes);
    }

    /** What the ledger should remember of these runs. */
    public List<Trial> trialsOf(List<EvaluatedRun> runs) {
        List<Experiment> experiments = WindowRuns.without(canonical(runs, new ArrayList<>())).stream()
                .map(EvaluatedRun::experiment)
                .toList();
        return TrialPopulation.trials(experiments, judge(experiments));
    }

    private List<JudgedSeries> judge(List<Experiment> experiments) {
        return experiments.stream()
                .map(run -> JudgedSeries.of(run.result(), settings))
                .toList();
    }

    /** In an order of their own, each run once, and all on markets of one kind. */
    private static List<EvaluatedRun> canonical(List<EvaluatedRun> runs, List<String> notes) {
        Comparator<EvaluatedRun> order = Comparator.<EvaluatedRun, String>comparing(
                        run -> run.experiment().result().strategyId())
                .thenComparing(run -> run.experiment().result().tag())
                .thenComparing(run -> run.experiment().manifest().runId())
                .thenComparing(EvaluatedRun::sourceFile);
        Set<String> seen = new HashSet<>();
        List<EvaluatedRun> distinct = new ArrayList<>();
        for (EvaluatedRun run : traded(runs, notes).stream().sorted(order).toList()) {
            ExperimentResult result = run.experiment().result();
            if (seen.add(result.strategyId() + "\u0000" + result.tag() + "\u0000"
                    + run.experiment().manifest().runId())) {
                distinct.add(run);
            } else {
                notes.add(run.sourceFile() + " repeats another artifact's run and was left out");
            }
        }
        return distinct;
    }

    /** Runs on synthetic markets are judged among themselves: beside others they are no trials, and no yardstick. */
    private static List<EvaluatedRun> traded(List<EvaluatedRun> runs, List<String> notes) {
        List<EvaluatedRun> traded = runs.stream()
                .filter(run -> !run.experiment().manifest().synthetic())
                .toList();
        int others = runs.size() - traded.size();
        if (traded.isEmpty() || others == 0) {
            return runs;
        }
        notes.add(others + (others == 1 ? " run on a synthetic market was" : " runs on synthetic markets were")
                + " left out: nobody traded those prices; they are judged in a folder of their own");
        return traded;
    }

    private CompositeScore.Input scoreInput(Experiment run, double robustness, WindowRuns windows) {
        ExperimentResult result = run.result();
        return new CompositeScore.Input(
                result.portfolio().totalReturnPercent(),
                AnnualSharpe.of(result, settings),
                result.portfolio().maxDrawdownPercent(),
                result.execution().fillRate(),
                robustness,
                Penalties.regimeDependency(result.regimes()),
                Penalties.regimeSensitivity(result.regimes()),
                Penalties.walkForward(windows.pnl(run)));
    }

    private static Map<String, Double> robustnessByClass(List<Experiment> set) {
        Map<String, List<Experiment>> classes =
                set.stream().collect(Collectors.groupingBy(run -> run.manifest().strategyClass()));
        Map<String, Double> robustness = new HashMap<>();
        classes.forEach((name, runs) -> robustness.put(
                name,
                Penalties.robustness(
                        runs.stream().mapToDouble(StrategyEvaluator::totalPnl).toArray())));
        return robustness;
    }

    static double totalPnl(Experiment run) {
        return run.result().portfolio().finalEquity() - run.result().portfolio().startingCash();
    }

    private RankedStrategy row(
            EvaluatedRun run, CompositeScore score, JudgedSeries judged, DeflatedSharpe deflated, List<Kill> kills) {
        Experiment experiment = run.experiment();
        ExperimentResult result = experiment.result();
        Optional<DailyReturns> daily = result.dailyReturns().filter(each -> each.size() > 1);
        return new RankedStrategy(
                1,
                result.strategyId(),
                experiment.manifest().runId(),
                experiment.manifest().strategyClass(),
                experiment.manifest().parameters(),
                score.value(),
                Penalties.regimeSensitivity(result.regimes()),
                tellsJointRegimes(result),
                jointSensitivity(result.jointRegimes()),
                score.components(),
                Optional.of(deflated),
                RunMetrics.of(result, judged, settings),
                result.regimes(),
                kills,
                run.sourceFile(),
                result.instruments(),
                judged.observations() > 0 ? OptionalInt.of(judged.observations()) : OptionalInt.empty(),
                PeriodsPerYear.of(result, settings).value(),
                figure(daily.map(each -> Moments.of(each.excessOfCash()).mean())),
                figure(daily.map(each -> Moments.of(each.returns()).standardDeviation())),
                result.maxLossPerContract(),
                daily.map(StrategyEvaluator::lastDay),
                result.fingerprint(),
                run.sourceFile().isEmpty() || daily.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ReturnsReference(run.sourceFile(), run.fileHash())));
    }

    private static LocalDate lastDay(DailyReturns daily) {
        return daily.dates().get(daily.size() - 1);
    }

    private static OptionalDouble figure(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    /** A run of another program tells its states one factor at a time, and its row must not read as one of too few. */
    private static boolean tellsJointRegimes(ExperimentResult result) {
        return !result.jointRegimes().isEmpty() || result.regimes().isEmpty();
    }

    /** Small buckets say little alone and are pooled; fewer than two large ones say nothing. */
    private static OptionalDouble jointSensitivity(List<RegimeBucket> joint) {
        List<RegimeBucket> large = new ArrayList<>();
        double pooledPnl = 0;
        long pooledDays = 0;
        for (RegimeBucket bucket : joint) {
            if (bucket.bars() >= SMALLEST_JOINT_BUCKET) {
                large.add(bucket);
            } else {
                pooledPnl += bucket.pnl();
                pooledDays += bucket.bars();
            }
        }
        if (pooledDays >= SMALLEST_JOINT_BUCKET) {
            large.add(new RegimeBucket("pooled", pooledPnl, pooledDays));
        }
        return large.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(Penalties.regimeSensitivity(large));
    }
}
