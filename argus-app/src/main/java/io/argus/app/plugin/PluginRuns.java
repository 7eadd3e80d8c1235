package io.argus.app.plugin;

import io.argus.app.runtime.StrategyWatch;
import io.argus.domain.pack.Pack;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.port.ExperimentRunner;
import java.util.function.Supplier;

/** Runs the strategies of plugins under a watch, and the bundled ones where they are. */
public final class PluginRuns implements ExperimentRunner {

    private final ExperimentRunner runner;
    private final StrategyCatalog catalog;
    private final StrategyWatch watch;

    public PluginRuns(ExperimentRunner runner, StrategyCatalog catalog, StrategyWatch watch) {
        this.runner = runner;
        this.catalog = catalog;
        this.watch = watch;
    }

    @Override
    public String runId(ExperimentSpec spec, Pack pack) {
        return runner.runId(spec, pack);
    }

    @Override
    public Experiment run(ExperimentSpec spec, Pack pack, PackReference reference) {
        return run(spec.strategyClass(), () -> runner.run(spec, pack, reference));
    }

    @Override
    public int days(Pack pack) {
        return runner.days(pack);
    }

    @Override
    public String runId(WalkForwardSpec spec, Pack pack) {
        return runner.runId(spec, pack);
    }

    @Override
    public Experiment run(WalkForwardSpec spec, Pack pack, PackReference reference) {
        return run(spec.cells().get(0).spec().strategyClass(), () -> runner.run(spec, pack, reference));
    }

    private Experiment run(String strategyClass, Supplier<Experiment> run) {
        return catalog.findJarHash(strategyClass).isPresent() ? watch.run(run) : run.get();
    }
}
