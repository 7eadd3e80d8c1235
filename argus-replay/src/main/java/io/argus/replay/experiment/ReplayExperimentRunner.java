package io.argus.replay.experiment;

import io.argus.domain.ConfigException;
import io.argus.domain.StrategyException;
import io.argus.domain.pack.ContentHash;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Strategy;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.replay.ReplayHarness;
import io.argus.replay.engine.Confinement;
import io.argus.replay.engine.HandOvers;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.port.ExperimentRunner;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Runs experiments by replay. All runs over one pack share what was worked out from it. */
public final class ReplayExperimentRunner implements ExperimentRunner {

    private final StrategyCatalog catalog;
    private final EngineVersion engine;
    private final AtomicReference<Prepared> latest = new AtomicReference<>();

    private record Prepared(ContentHash hash, ReplayHarness harness) {}

    public ReplayExperimentRunner(StrategyCatalog catalog, EngineVersion engine) {
        this.catalog = catalog;
        this.engine = engine;
    }

    @Override
    public String runId(ExperimentSpec spec, Pack pack) {
        return RunId.of(
                spec, SettingsRecord.hashed(spec), pack.hash(), engine, catalog.findJarHash(spec.strategyClass()));
    }

    @Override
    public Experiment run(ExperimentSpec spec, Pack pack, PackReference reference) {
        Strategy strategy = strategy(spec);
        ReplayHarness harness = harness(pack);
        ReplayResult replay = harness.run(strategy, spec.settings());
        ResultSummary summary = new ResultSummary(spec, harness, replay, largestLoss(strategy));
        StressRuns stress = new StressRuns(
                spec,
                (each, settings, confinement) ->
                        harness.run(each, settings, ReplayObserver.none(), HandOvers.none(), confinement),
                () -> strategy(spec),
                replay,
                summary::ownDays,
                summary.periodsPerYear());
        Optional<TestWindows> windows = spec.stress()
                .walkForward()
                .map(asked -> TestWindows.slices(
                        asked, replay, summary.ownDays(replay.dailyReturns()).dates()));
        return experiment(spec, runId(spec, pack), reference, summary.result(), stress.result(windows));
    }

    @Override
    public int days(Pack pack) {
        return harness(pack).days();
    }

    @Override
    public String runId(WalkForwardSpec spec, Pack pack) {
        ExperimentSpec trial = WalkForwardTrial.spec(spec);
        SortedMap<String, Object> hashed = SettingsRecord.hashed(trial);
        hashed.put(
                "walk_forward_runs",
                spec.cells().stream().map(WalkForwardSpec.Cell::runId).collect(Collectors.joining(",")));
        return RunId.of(trial, hashed, pack.hash(), engine, catalog.findJarHash(trial.strategyClass()));
    }

    @Override
    public Experiment run(WalkForwardSpec spec, Pack pack, PackReference reference) {
        ExperimentSpec trial = WalkForwardTrial.spec(spec);
        ReplayHarness harness = harness(pack);
        WalkForwardTrial walkForward = new WalkForwardTrial(spec, harness, this::strategy);
        Strategy strategy = walkForward.strategy();
        ReplayResult replay = walkForward.run(strategy, trial.settings(), Confinement.none());
        ResultSummary summary = new ResultSummary(trial, harness, replay, largestLoss(strategy));
        StressRuns stress = new StressRuns(
                trial, walkForward::run, walkForward::strategy, replay, summary::ownDays, summary.periodsPerYear());
        return experiment(
                trial,
                runId(spec, pack),
                reference,
                summary.result(),
                stress.result(Optional.of(walkForward.windows(
                        replay, summary.ownDays(replay.dailyReturns()).dates()))));
    }

    private Experiment experiment(
            ExperimentSpec spec, String runId, PackReference reference, ExperimentResult result, StressResult stress) {
        Manifest manifest = new Manifest(
                runId,
                spec.strategyClass(),
                spec.parameters(),
                SettingsRecord.of(spec.settings()),
                List.of(reference),
                spec.seed(),
                engine.text());
        return new Experiment(manifest, result, spec.monteCarlo().map(asked -> monteCarlo(result, asked)), stress);
    }

    private Strategy strategy(ExperimentSpec spec) {
        try {
            return catalog.create(spec.strategyClass(), spec.parameters());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("", String.valueOf(e.getMessage()));
        }
    }

    /** A strategy is a user's code here too. */
    private static OptionalDouble largestLoss(Strategy strategy) {
        try {
            return Objects.requireNonNull(strategy.maxLossPerContract(), "it is null");
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new StrategyException(
                    StrategyException.Kind.THREW, "failed to tell the largest loss of a contract: " + e, e);
        }
    }

    /** On this thread: a cycle's runs share the workers already. */
    private static MonteCarloResult monteCarlo(ExperimentResult result, MonteCarloSettings settings) {
        Finding<MonteCarloSummary> found = MonteCarlo.of(result, settings, WorkSplit.onCaller());
        return new MonteCarloResult(settings, found.value(), found.reason());
    }

    /** Two threads may both prepare a pack that neither has seen; the work is the same, and one of the two is kept. */
    private ReplayHarness harness(Pack pack) {
        Prepared known = latest.get();
        if (known == null || !known.hash().equals(pack.hash())) {
            known = new Prepared(pack.hash(), ReplayHarness.on(pack));
            latest.set(known);
        }
        return known.harness();
    }
}
