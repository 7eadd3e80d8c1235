package io.argus.app.cli;

import io.argus.app.plugin.PluginJars;
import io.argus.app.plugin.PluginRuns;
import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.StrategyWatch;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.port.ExperimentRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command takes. */
final class GlobalOptions {

    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    @Option(names = "--quiet", description = "Say nothing but results, warnings and errors.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Log what is done, and show a stack trace with every error.")
    private boolean verbose;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadCount.class,
            description = "Number of worker threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            converter = ExistingFile.class,
            description = "A jar with strategies of your own; may be given more than once.")
    private List<Path> plugins = new ArrayList<>();

    @Option(
            names = "--plugin-timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long a plugin's strategy may take to answer before its run is given up (default: 30s).")
    private Duration pluginTimeout = Duration.ofSeconds(30);

    boolean verbose() {
        return verbose;
    }

    Terminal terminal(Terminal base) {
        return base.quietly(quiet);
    }

    Workers workers() {
        return new Workers(threads);
    }

    /** Those that end with everything else that is owned there. */
    Workers workers(Orchestrator owner) {
        return owner.workers(threads);
    }

    /** The bundled strategies and those of the plugins. */
    StrategyCatalog catalog() {
        return PluginJars.catalog(plugins);
    }

    /** Under which strategies of plugins run. */
    StrategyWatch strategyWatch() {
        if (pluginTimeout.isZero() || pluginTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new ConfigException("--plugin-timeout", "takes more than nothing and at most 1d");
        }
        return new StrategyWatch(pluginTimeout);
    }

    /** What runs the strategies of a catalog. */
    ExperimentRunner runner(StrategyCatalog catalog) {
        return new PluginRuns(
                new ReplayExperimentRunner(catalog, EngineVersion.ofThisBuild()), catalog, strategyWatch());
    }
}
