package io.argus.domain.experiment;

import java.util.Objects;
import java.util.Optional;

/**
 * A run that was made: what went in and what came out.
 *
 * @param monteCarlo how it might have gone; empty where that was not asked for
 */
public record Experiment(Manifest manifest, ExperimentResult result, Optional<MonteCarloResult> monteCarlo) {

    public Experiment {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(monteCarlo, "monteCarlo");
    }

    /** Without Monte Carlo. */
    public Experiment(Manifest manifest, ExperimentResult result) {
        this(manifest, result, Optional.empty());
    }

    /** The same run of the same strategy has the same key wherever it is stored. */
    public String trialKey() {
        return manifest.trialKey(result.instruments().keySet().stream().toList());
    }
}
