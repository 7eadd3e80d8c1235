package io.argus.research.port;

import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Keeps rankings. */
public interface RankingStore {

    /**
     * @throws io.argus.domain.DataException when there is none, or it cannot be read
     */
    Stored load(Path file);

    /**
     * A ranking in its place. One of another program may lack whatever a ranked strategy need not have.
     *
     * @param generatedAt where the file tells
     */
    record Stored(Ranking ranking, Optional<Instant> generatedAt) {

        public Stored {
            Objects.requireNonNull(ranking, "ranking");
            Objects.requireNonNull(generatedAt, "generatedAt");
        }
    }

    /**
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, Ranking ranking, Instant generatedAt);

    /** The killed runs alone, each with its reasons. */
    void saveKilled(Path file, Ranking ranking, Instant generatedAt);

    /** The same document as text. */
    String text(Ranking ranking, Instant generatedAt);
}
