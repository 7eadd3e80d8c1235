package io.argus.replay.experiment;

import io.argus.domain.ConfigException;
import io.argus.domain.experiment.Experiment;
import io.argus.domain.experiment.ExperimentResult;
import io.argus.domain.experiment.ExperimentSpec;
import io.argus.domain.experiment.Manifest;
import io.argus.domain.experiment.MonteCarloResult;
import io.argus.domain.experiment.MonteCarloSettings;
import io.argus.domain.experiment.MonteCarloSummary;
import io.argus.domain.experiment.PackReference;
import io.argus.domain.pack.ContentHash;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.ExperimentRunner;
import io.argus.domain.strategy.Strategy;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

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
        SortedMap<String, Object> settings = SettingsRecord.of(spec.settings());
        Manifest manifest = new Manifest(
                runId(spec, pack),
                spec.strategyClass(),
                spec.parameters(),
                settings,
                List.of(reference),
                spec.seed(),
                engine.text());
        ExperimentResult result = new ResultSummary(spec, harness, replay, strategy.maxLossPerContract()).result();
        return new Experiment(
                manifest,
                result,
                spec.monteCarlo().map(asked -> monteCarlo(result, asked)),
                new StressRuns(spec, harness, () -> strategy(spec), replay).result());
    }

    private Strategy strategy(ExperimentSpec spec) {
        try {
            return catalog.create(spec.strategyClass(), spec.parameters());
        } catch (IllegalArgumentException e) {
            throw new ConfigException("", String.valueOf(e.getMessage()));
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
