package io.argus.domain.port;

import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.registry.Admission;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps what is to be traded. */
public interface AllocationStore {

    /**
     * Replaces the plan, also with an empty one, so that nobody goes on trading yesterday's.
     *
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, AllocationPlan plan, Instant generatedAt);

    /** The same document as text. */
    String text(AllocationPlan plan, Instant generatedAt);

    /** Who was admitted and who was not. */
    void saveCandidates(Path file, Admission admission, Instant generatedAt);
}
