package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsCommandTest {

    private static final String VALUE = "hunter2";

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();

    @Test
    void keepsTheValueFromStandardInputAndShowsOnlyItsName() throws IOException {
        assertThat(argus(VALUE + "\n", "secrets", "set", "deribit_client_secret", "--verbose"))
                .isZero();
        assertThat(argus("", "secrets", "check")).isZero();
        assertThat(argus("", "secrets", "check", "deribit_client_secret", "--format", "json"))
                .isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).contains("deribit_client_secret: \"hunter2\"");
        assertThat(streams.out()).contains("deribit_client_secret").doesNotContain(VALUE);
        assertThat(streams.err()).doesNotContain(VALUE);
    }

    @Test
    void checkFallsShortWithExitCode3() throws IOException {
        assertThat(argus("", "secrets", "check")).isEqualTo(3);
        argus(VALUE, "secrets", "set", "one");
        assertThat(argus("", "secrets", "check", "one", "two")).isEqualTo(3);
        assertThat(streams.out()).containsPattern("two +missing");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(argus("", "secrets", "check", "--verbose")).isEqualTo(3);
        assertThat(streams.err()).contains("chmod 600").doesNotContain(VALUE);
    }

    @Test
    void aValueAsAnArgumentIsRefusedAndNotRepeated() {
        assertThat(argus("", "secrets", "set", "7" + VALUE)).isEqualTo(2);
        assertThat(argus("", "secrets", "set", "name")).isEqualTo(2);
        assertThat(argus("", "secrets", "set", "name", VALUE, "--verbose")).isEqualTo(2);
        assertThat(argus("", "secrets", "set", "name", "--value=" + VALUE)).isEqualTo(2);
        assertThat(streams.err()).contains("pipe it in").doesNotContain(VALUE);
        assertThat(file()).doesNotExist();
    }

    private int argus(String input, String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--secrets";
        all[args.length + 1] = file().toString();
        streams.input(input);
        Injector injector = Guice.createInjector(
                Stage.PRODUCTION, new AdapterModule(), new ExchangeModule(), streams, new CommandModule());
        return Argus.commandLine(injector).execute(all);
    }

    private Path file() {
        return folder.resolve("argus").resolve("secrets.yaml");
    }
}
