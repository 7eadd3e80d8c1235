package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** A test's own streams in place of the process's. */
final class CapturedStreams extends AbstractModule {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] input = {};

    /** What standard input holds from now on. */
    void input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    void forgetOut() {
        out.reset();
    }

    void forgetErr() {
        err.reset();
    }

    /** The exit code of a command that writes to {@link #terminal()}, with errors told as the program tells them. */
    int run(Object command, String... arguments) {
        Failures failures = new Failures(terminal());
        return new CommandLine(command)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    /** For tests in which no time passes. */
    Terminal terminal() {
        return terminal(InstantSource.fixed(Instant.EPOCH));
    }

    @Provides
    Terminal terminal(InstantSource clock) {
        return new Terminal(stream(out), stream(err), clock, false, Ansi.OFF);
    }

    @Provides
    SecretInput secretInput() {
        return new SecretInput(new ByteArrayInputStream(input), Optional.empty());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
