package io.argus.research.port;

import java.util.List;
import java.util.Optional;

/** Keeps credentials. Never prints them: no value appears in a message, a log line or a {@code toString}. */
public interface SecretStore {

    /**
     * The value, as an array of the caller's own, who overwrites it when done.
     *
     * @throws io.argus.domain.DataException when the store cannot be read, or others than its owner can
     */
    Optional<char[]> find(String name);

    /**
     * Keeps a value under a name, in place of what was there. The array stays the caller's.
     *
     * @throws io.argus.domain.DataException when what is there cannot be read, or others than its owner can
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(String name, char[] value);

    /**
     * The names that have a value, in order; none when there is no store yet.
     *
     * @throws io.argus.domain.DataException when the store cannot be read, or others than its owner can
     */
    List<String> names();
}
