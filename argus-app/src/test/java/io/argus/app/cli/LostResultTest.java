package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

/** A result that could not be written is not one that was. */
class LostResultTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"strategies", "schema rankings", "--version", "strategies --help", "completion bash"})
    void aCommandWhoseResultHasNoRoomHasFailed(String command) {
        String[] args = command.split(" ");
        assertThat(Argus.commandLine(
                                Guice.createInjector(
                                        Stage.PRODUCTION,
                                        new AdapterModule(),
                                        new ExchangeModule(),
                                        Modules.override(new CapturedStreams()).with(new FullDisk()),
                                        new CommandModule()),
                                args)
                        .execute(args))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: standard output: the result cannot be written, or not all of it; make room where it"
                        + " goes\n");
    }

    private final class FullDisk extends AbstractModule {

        @Provides
        @Singleton
        Terminal terminal(InstantSource clock) {
            return new Terminal(
                    new PrintStream(
                            new OutputStream() {
                                @Override
                                public void write(int value) throws IOException {
                                    throw new IOException("No space left on device");
                                }
                            },
                            true,
                            StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    clock,
                    false,
                    Ansi.OFF);
        }
    }
}
