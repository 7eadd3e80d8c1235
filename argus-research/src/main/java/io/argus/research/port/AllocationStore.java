package io.argus.research.port;

import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.registry.Admission;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps what is to be traded. */
public interface AllocationStore {

    /**
     * Replaces the plan, also with an empty one, so that nobody goes on trading yesterday's.
     *
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, PublishedPlan plan, Instant generatedAt);

    /** The same document as text. */
    String text(PublishedPlan plan, Instant generatedAt);

    /**
     * Reads a plan back, to explain it. What the document does not tell of a forecast is empty, or 0.
     *
     * @throws io.argus.domain.DataException when the file is missing or no such document
     */
    PublishedPlan load(Path file);

    /** Who was admitted and who was not. */
    void saveCandidates(Path file, Admission admission, Instant generatedAt);
}
