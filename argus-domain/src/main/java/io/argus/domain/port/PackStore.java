package io.argus.domain.port;

import io.argus.domain.pack.Pack;
import java.nio.file.Path;

/** Keeps packs. */
public interface PackStore {

    /**
     * @throws io.argus.domain.DataException when there is none, or it cannot be read
     */
    Pack load(Path file);

    /**
     * Replaces what stands there, whole or not at all.
     *
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, Pack pack);
}
