package io.argus.domain.port;

import java.util.Optional;

/** Keeps credentials. Never prints them. */
public interface SecretStore {

    Optional<char[]> find(String name);

    void save(String name, char[] value);
}
