package io.argus.app.plugin;

import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import io.argus.domain.strategy.StrategyFactory;
import io.argus.replay.strategies.StrategyCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Jars with strategies of users. */
public final class PluginJars {

    private static final String OPTION = "--plugin";
    private static final String SERVICE = "META-INF/services/" + StrategyFactory.class.getName();

    private PluginJars() {}

    /**
     * The bundled strategies and those of the jars.
     *
     * @throws ConfigException when one of them is no jar, or names no factory that can be made
     */
    public static StrategyCatalog catalog(List<Path> jars) {
        ClassLoader bundled = PluginJars.class.getClassLoader();
        if (jars.isEmpty()) {
            return StrategyCatalog.load(bundled);
        }
        jars.forEach(PluginJars::requireFactories);
        URL[] urls = jars.stream().map(PluginJars::url).toArray(URL[]::new);
        Map<URI, String> hashes = jars.stream().collect(Collectors.toMap(Path::toUri, PluginJars::hash, (a, b) -> a));
        try {
            // Never closed: strategies may load more of their classes for as long as the process runs.
            return StrategyCatalog.load(new URLClassLoader(urls, bundled), hashes, WatchedFactory::new);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ConfigException(OPTION, "a factory cannot be made: " + e.getMessage() + cause(e));
        }
    }

    private static String cause(Throwable error) {
        return error.getCause() == null ? "" : " (" + error.getCause() + ")";
    }

    /** A jar without them would be read and change nothing, which is never what was meant. */
    private static void requireFactories(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (namesNothing(file)) {
                throw new ConfigException(
                        OPTION, jar + " has no strategy: an entry " + SERVICE + " names the classes of its factories");
            }
        } catch (IOException e) {
            throw new ConfigException(OPTION, jar + " is no jar that can be read: " + AtomicFiles.reason(e));
        }
    }

    private static boolean namesNothing(JarFile jar) throws IOException {
        ZipEntry entry = jar.getEntry(SERVICE);
        if (entry == null) {
            return true;
        }
        try (InputStream names = jar.getInputStream(entry)) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .allMatch(line -> line.replaceFirst("#.*", "").isBlank());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ConfigException(OPTION, "not a usable path: " + jar);
        }
    }

    private static String hash(Path jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new ConfigException(OPTION, "cannot be read: " + jar);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
