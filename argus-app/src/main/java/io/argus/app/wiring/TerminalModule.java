package io.argus.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.StandardOutput;
import io.argus.app.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The process's own streams, in UTF-8 whatever the locale. */
public final class TerminalModule extends AbstractModule {

    /** Results have a stream of their own; what a plugin or a library prints is none. Called before anything can print. */
    public static void keepOutputForResults() {
        System.setOut(System.err);
    }

    @Provides
    @Singleton
    Terminal terminal(InstantSource clock) {
        return new Terminal(
                stream(new StandardOutput(new FileOutputStream(FileDescriptor.out))),
                stream(new FileOutputStream(FileDescriptor.err)),
                clock,
                false,
                Ansi.AUTO);
    }

    @Provides
    @Singleton
    SecretInput secretInput() {
        return new SecretInput(System.in, Optional.ofNullable(System.console()));
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
