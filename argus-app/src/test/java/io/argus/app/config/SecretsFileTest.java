package io.argus.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsFileTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theCommandLineComesFirst() {
        assertThat(located(Optional.of(Path.of("s.yaml")), Map.of("ARGUS_SECRETS_FILE", "/e.yaml")))
                .isEqualTo("s.yaml");
    }

    @Test
    void thenTheEnvironment() {
        assertThat(located(Optional.empty(), Map.of("ARGUS_SECRETS_FILE", "/e.yaml", "XDG_CONFIG_HOME", "/x")))
                .isEqualTo("/e.yaml");
    }

    @Test
    void thenTheUsersConfiguration() {
        assertThat(located(Optional.empty(), Map.of("ARGUS_SECRETS_FILE", "", "XDG_CONFIG_HOME", "/x")))
                .isEqualTo("/x/argus/secrets.yaml");
        assertThat(located(Optional.empty(), Map.of())).isEqualTo("/home/ada/.config/argus/secrets.yaml");
    }

    /** The XDG base directory specification: paths that are not absolute are invalid and to be ignored. */
    @Test
    void aRelativeConfigurationHomeIsIgnored() {
        assertThat(located(Optional.empty(), Map.of("XDG_CONFIG_HOME", "x")))
                .isEqualTo("/home/ada/.config/argus/secrets.yaml");
    }

    private static String located(Optional<Path> given, Map<String, String> environment) {
        return SecretsFile.locate(given, environment, HOME).toString();
    }
}
