package io.argus.app.terminal;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/**
 * The two streams of the process. Results go to {@link #result}, everything else to the others, each message as one line
 * whatever is in it. Safe for any number of threads.
 */
public final class Terminal {

    /** Widest line of any table. */
    public static final int WIDTH = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;
    private final boolean quiet;
    private final Ansi ansi;

    public Terminal(PrintStream out, PrintStream err, InstantSource clock, boolean quiet, Ansi ansi) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.quiet = quiet;
        this.ansi = ansi;
    }

    /** The same streams, saying nothing but results, warnings and errors. */
    public Terminal quietly(boolean wanted) {
        return new Terminal(out, err, clock, wanted, ansi);
    }

    /** Where tables and text results are written; colours only on a terminal. */
    public Ansi ansi() {
        return ansi;
    }

    public void result(String text) {
        out.println(text);
        out.flush();
    }

    /** A result that is too long to be held as a text. */
    public void result(Consumer<PrintStream> written) {
        written.accept(out);
        out.flush();
    }

    /** Whether a result could not be written, or not all of it. */
    public boolean lostResults() {
        return out.checkError();
    }

    /** Where results go, for help and version, which picocli writes. */
    public PrintWriter results() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** A line about what is being done; silent under {@code --quiet}. */
    public void say(String line) {
        if (!quiet) {
            err.println(OneLine.of(line));
            err.flush();
        }
    }

    /** Something that a person should look at. */
    public void warn(String line) {
        err.println(ansi.string("@|yellow warning:|@ ") + OneLine.of(line));
        err.flush();
    }

    public void error(String line) {
        err.println(ansi.string("@|bold,red error:|@ ") + OneLine.of(line));
        err.flush();
    }

    /** A stack trace, for {@code --verbose}. */
    public void trace(Throwable problem) {
        problem.printStackTrace(err);
    }

    /** Shows how far a long piece of work has come, once it has taken two seconds. */
    public Progress progress(String what, long total) {
        return quiet ? Progress.silent() : new ShownProgress(what, total, err, clock, ansi.enabled());
    }
}
