package io.argus.domain.port;

import io.argus.domain.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps rankings. */
public interface RankingStore {

    /**
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, Ranking ranking, Instant generatedAt);

    /** The killed alone, with their reasons. */
    void saveKilled(Path file, Ranking ranking, Instant generatedAt);

    /**
     * @throws io.argus.domain.DataException when it is missing or cannot be read
     */
    Dated load(Path file);

    /** A ranking and when it was made. */
    record Dated(Ranking ranking, Instant generatedAt) {}
}
