package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Stage;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsCommandTest {

    private static final String VALUE = "hunter2";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

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
        assertThat(text(out)).contains("deribit_client_secret").doesNotContain(VALUE);
        assertThat(text(err)).doesNotContain(VALUE);
    }

    @Test
    void checkFallsShortWithExitCode3() throws IOException {
        assertThat(argus("", "secrets", "check")).isEqualTo(3);
        argus(VALUE, "secrets", "set", "one");
        assertThat(argus("", "secrets", "check", "one", "two")).isEqualTo(3);
        assertThat(text(out)).containsPattern("two +missing");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(argus("", "secrets", "check", "--verbose")).isEqualTo(3);
        assertThat(text(err)).contains("chmod 600").doesNotContain(VALUE);
    }

    @Test
    void aValueAsAnArgumentIsRefusedAndNotRepeated() {
        assertThat(argus("", "secrets", "set", "7" + VALUE)).isEqualTo(2);
        assertThat(argus("", "secrets", "set", "name")).isEqualTo(2);
        assertThat(text(err)).contains("pipe it in").doesNotContain(VALUE);
        assertThat(file()).doesNotExist();
    }

    private int argus(String input, String... args) {
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--secrets";
        all[args.length + 1] = file().toString();
        Injector injector =
                Guice.createInjector(Stage.PRODUCTION, new AdapterModule(), new Streams(input), new CommandModule());
        return Argus.commandLine(injector).execute(all);
    }

    private Path file() {
        return folder.resolve("argus").resolve("secrets.yaml");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The test's own streams in place of the process's. */
    private final class Streams extends AbstractModule {

        private final String input;

        private Streams(String input) {
            this.input = input;
        }

        @Provides
        Terminal terminal(InstantSource clock) {
            return new Terminal(stream(out), stream(err), clock, false, Ansi.OFF);
        }

        @Provides
        SecretInput secretInput() {
            return new SecretInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Optional.empty());
        }

        private PrintStream stream(ByteArrayOutputStream bytes) {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }
    }
}
