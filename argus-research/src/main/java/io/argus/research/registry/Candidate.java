package io.argus.research.registry;

import io.argus.research.ranking.RankedStrategy;
import java.util.Objects;

/** A run that was admitted. Two parameterisations of one strategy are two candidates. */
public record Candidate(RankedStrategy strategy) {

    public Candidate {
        Objects.requireNonNull(strategy, "strategy");
    }

    /** What the registry keys on. */
    public String key() {
        return strategy.strategyId() + "/" + strategy.runId();
    }
}
