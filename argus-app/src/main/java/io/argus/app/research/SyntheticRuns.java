package io.argus.app.research;

import io.argus.domain.experiment.ExperimentSpec;
import io.argus.replay.synthetic.SyntheticSettings;
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
