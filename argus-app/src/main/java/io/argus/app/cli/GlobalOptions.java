package io.argus.app.cli;

import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.replay.strategies.StrategyCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command takes. */
final class GlobalOptions {

    @Option(names = "--quiet", description = "Say nothing but results, warnings and errors.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Log what is done, and show a stack trace with every error.")
    private boolean verbose;

    @Option(names = "--threads", paramLabel = "N", description = "Number of worker threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description = "A jar with strategies of your own; may be given more than once.")
    private List<Path> plugins = new ArrayList<>();

    boolean verbose() {
        return verbose;
    }

    Terminal terminal(Terminal base) {
        return base.quietly(quiet);
    }

    Workers workers() {
        return new Workers(threads());
    }

    /** Those that end with everything else that is owned there. */
    Workers workers(Orchestrator owner) {
        return owner.workers(threads());
    }

    private int threads() {
        if (threads < 1) {
            throw new ConfigException("--threads", "at least one thread is needed, not " + threads);
        }
        return threads;
    }

    /** The bundled strategies and those of the plugins. */
    StrategyCatalog catalog() {
        return PluginJars.catalog(plugins);
    }
}
