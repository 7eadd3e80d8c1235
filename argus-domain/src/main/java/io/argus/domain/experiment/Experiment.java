package io.argus.domain.experiment;

import java.util.Objects;

/** A run that was made: what went in and what came out. */
public record Experiment(Manifest manifest, ExperimentResult result) {

    public Experiment {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(result, "result");
    }

    /** The same run of the same strategy has the same key wherever it is stored. */
    public String trialKey() {
        return manifest.trialKey(result.instruments().keySet().stream().toList());
    }
}
