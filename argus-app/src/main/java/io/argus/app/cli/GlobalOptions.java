package io.argus.app.cli;

import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.replay.strategies.StrategyCatalog;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
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
        ClassLoader bundled = GlobalOptions.class.getClassLoader();
        if (plugins.isEmpty()) {
            return StrategyCatalog.load(bundled);
        }
        URL[] jars = plugins.stream().map(GlobalOptions::url).toArray(URL[]::new);
        // Never closed: strategies may load more of their classes for as long as the process runs.
        return StrategyCatalog.load(
                new URLClassLoader(jars, bundled),
                plugins.stream().collect(Collectors.toMap(Path::toUri, GlobalOptions::hash, (a, b) -> a)));
    }

    private static URL url(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new ConfigException("--plugin", "no such file: " + jar);
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigException("--plugin", "not a usable path: " + jar);
        }
    }

    private static String hash(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new ConfigException("--plugin", "cannot be read: " + jar);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
