package io.argus.research.port;

import io.argus.domain.pack.Pack;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.WalkForwardSpec;

/** Runs strategies over packs. Safe for any number of threads. */
public interface ExperimentRunner {

    /** The id that the run has, without running it. */
    String runId(ExperimentSpec spec, Pack pack);

    /**
     * @param reference where the pack came from, for the manifest
     * @throws io.argus.domain.ConfigException when the strategy or a parameter is unknown
     */
    Experiment run(ExperimentSpec spec, Pack pack, PackReference reference);

    /** How many daily returns a run over the pack has. */
    int days(Pack pack);

    /** The id that the walk-forward has, without making it. */
    String runId(WalkForwardSpec spec, Pack pack);

    /** Trades each test window with the run that was best on the days before it. */
    Experiment run(WalkForwardSpec spec, Pack pack, PackReference reference);
}
