package io.argus.research.port;

import io.argus.research.experiment.Trial;
import java.nio.file.Path;
import java.util.List;

/** Remembers every trial ever made, so that patience does not pass for skill. Append-only. */
public interface TrialLedger {

    /**
     * Every line, oldest first; empty when there is no ledger yet.
     *
     * @throws io.argus.domain.DataException when a line cannot be read
     */
    List<Trial> load(Path file);

    /**
     * @throws io.argus.domain.StorageException when it cannot be written
     */
    void append(Path file, List<Trial> trials);
}
