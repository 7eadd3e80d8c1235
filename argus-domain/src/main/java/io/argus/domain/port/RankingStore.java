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

    /** The killed runs alone, each with its reasons. */
    void saveKilled(Path file, Ranking ranking, Instant generatedAt);

    /** The same document as text. */
    String text(Ranking ranking, Instant generatedAt);
}
