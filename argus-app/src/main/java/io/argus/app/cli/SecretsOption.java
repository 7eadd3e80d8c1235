package io.argus.app.cli;

import io.argus.app.config.SecretsFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --secrets}, for commands that use credentials. */
final class SecretsOption {

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = {
                "Where credentials are kept (default: $ARGUS_SECRETS_FILE,",
                "else argus/secrets.yaml in $XDG_CONFIG_HOME or ~/.config)."
            })
    private Optional<Path> file = Optional.empty();

    Path file() {
        return SecretsFile.locate(file, System.getenv(), Path.of(System.getProperty("user.home")));
    }
}
