package io.argus.app.config;

import io.argus.research.port.SecretStore;
import java.nio.file.Path;

/** Opens the credentials that a file keeps. */
@FunctionalInterface
public interface SecretStores {

    SecretStore at(Path file);
}
