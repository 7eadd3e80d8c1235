package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The program without its process: real files, a clock that stands at noon UTC on 2024-03-04, and no terminal. */
final class InProcess {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-03-04T12:00:00Z"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The exit code. What was printed before is forgotten. */
    int run(String... args) {
        out.reset();
        err.reset();
        return Argus.commandLine(
                        Guice.createInjector(
                                Stage.PRODUCTION,
                                Modules.override(new AdapterModule()).with(new StandingClock()),
                                new ExchangeModule(),
                                new TerminalOf(new Terminal(stream(out), stream(err), CLOCK, false, Ansi.OFF)),
                                new CommandModule()),
                        args)
                .execute(args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class StandingClock extends AbstractModule {

        @Provides
        @Singleton
        InstantSource clock() {
            return CLOCK;
        }
    }

    private static final class TerminalOf extends AbstractModule {

        private final Terminal terminal;

        private TerminalOf(Terminal terminal) {
            this.terminal = terminal;
        }

        @Provides
        Terminal terminal() {
            return terminal;
        }

        @Provides
        SecretInput noInput() {
            return new SecretInput(new ByteArrayInputStream(new byte[0]), Optional.empty());
        }
    }
}
