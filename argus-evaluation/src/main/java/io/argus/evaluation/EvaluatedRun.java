package io.argus.evaluation;

import io.argus.research.experiment.Experiment;
import java.util.Objects;

/**
 * A run to judge and where its artifact stands.
 *
 * @param sourceFile relative to the rankings file; may be empty
 * @param fileHash SHA-256 of the artifact, hexadecimal; may be empty
 */
public record EvaluatedRun(String sourceFile, String fileHash, Experiment experiment) {

    public EvaluatedRun {
        Objects.requireNonNull(sourceFile, "sourceFile");
        Objects.requireNonNull(fileHash, "fileHash");
        Objects.requireNonNull(experiment, "experiment");
    }
}
