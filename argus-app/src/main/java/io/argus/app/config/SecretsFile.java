package io.argus.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where credentials are kept. */
public final class SecretsFile {

    private SecretsFile() {}

    /**
     * The file named on the command line, else by {@code ARGUS_SECRETS_FILE}, else {@code argus/secrets.yaml} under
     * {@code XDG_CONFIG_HOME}, else under the home folder's {@code .config}.
     */
    public static Path locate(Optional<Path> given, Map<String, String> environment, Path home) {
        return given.or(() -> path(environment, "ARGUS_SECRETS_FILE"))
                .orElseGet(() -> path(environment, "XDG_CONFIG_HOME")
                        .filter(Path::isAbsolute)
                        .orElseGet(() -> home.resolve(".config"))
                        .resolve("argus")
                        .resolve("secrets.yaml"));
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
