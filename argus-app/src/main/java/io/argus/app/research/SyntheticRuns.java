package io.argus.app.research;

import io.argus.replay.synthetic.SyntheticSettings;
import io.argus.research.experiment.ExperimentSpec;
import java.util.List;

/**
 * Runs of one strategy on a market that is made for it.
 *
 * @param runs in grid order
 */
public record SyntheticRuns(SyntheticSettings market, List<ExperimentSpec> runs) {

    public SyntheticRuns {
        runs = List.copyOf(runs);
    }
}
