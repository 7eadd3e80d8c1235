package io.argus.research.port;

import io.argus.research.experiment.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps the artifacts of runs, one file a run, in a folder. Safe for any number of threads. */
public interface ExperimentStore {

    /**
     * @return where the artifact stands
     * @throws io.argus.domain.StorageException when it cannot be written
     */
    Path save(Path folder, Experiment experiment);

    /** Where the artifact of this run stands, whether it does or not. */
    Path place(Path folder, String strategyId, String tag, String runId);

    /** The artifact at a place, when there is one and it is intact. */
    Optional<Stored> find(Path file);

    /**
     * The artifact at a place, of whatever program.
     *
     * @throws io.argus.domain.DataException when there is none, or it cannot be read
     */
    Stored load(Path file);

    /**
     * Everything in a folder.
     *
     * @throws io.argus.domain.DataException when the folder is missing, or an artifact cannot be read
     */
    Found loadAll(Path folder);

    /**
     * What stands in a folder, in the order of the file names.
     *
     * @param others documents that are sound but no artifacts, such as rankings
     */
    record Found(List<Stored> artifacts, List<Path> others) {

        public Found {
            artifacts = List.copyOf(artifacts);
            others = List.copyOf(others);
        }
    }

    /**
     * An artifact in its place.
     *
     * @param hash SHA-256 of the file, hexadecimal
     */
    record Stored(Path file, String hash, Experiment experiment) {

        public Stored {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(experiment, "experiment");
        }
    }
}
