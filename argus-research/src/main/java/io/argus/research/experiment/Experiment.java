package io.argus.research.experiment;

import java.util.Objects;
import java.util.Optional;

/**
 * A run that was made: what went in and what came out.
 *
 * @param monteCarlo how it might have gone; empty where that was not asked for
 * @param stress how it stands up to what it was put through
 */
public record Experiment(
        Manifest manifest, ExperimentResult result, Optional<MonteCarloResult> monteCarlo, StressResult stress) {

    public Experiment {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(monteCarlo, "monteCarlo");
        Objects.requireNonNull(stress, "stress");
    }

    /** Put through nothing. */
    public Experiment(Manifest manifest, ExperimentResult result, Optional<MonteCarloResult> monteCarlo) {
        this(manifest, result, monteCarlo, StressResult.none());
    }

    /** Without Monte Carlo. */
    public Experiment(Manifest manifest, ExperimentResult result) {
        this(manifest, result, Optional.empty());
    }

    /** Whether it is the walk-forward of its class, which a trial of another program with that tag is not. */
    public boolean isWalkForward() {
        return WalkForwardSpec.TAG.equals(result.tag()) && !stress.windows().isEmpty();
    }

    /** The same run of the same strategy has the same key wherever it is stored. */
    public String trialKey() {
        return manifest.trialKey(result.instruments().keySet().stream().toList());
    }
}
