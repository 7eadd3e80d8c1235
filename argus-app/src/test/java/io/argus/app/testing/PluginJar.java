package io.argus.app.testing;

import io.argus.domain.strategy.StrategyFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A jar of strategies as a user's build makes one. */
public final class PluginJar {

    /** The entry that names the classes of its factories. */
    public static final String SERVICE = "META-INF/services/" + StrategyFactory.class.getName();

    private PluginJar() {}

    /** Of classes compiled from one source file, and further entries. */
    public static Path compiled(Path jar, Path source, Map<String, String> entries) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString()))
                .isZero();
        Map<String, byte[]> all = bytes(entries);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return write(jar, all);
    }

    /** Of entries alone. */
    public static Path of(Path jar, Map<String, String> entries) throws IOException {
        return write(jar, bytes(entries));
    }

    private static Map<String, byte[]> bytes(Map<String, String> entries) {
        Map<String, byte[]> bytes = new TreeMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** Every entry in its order and at one time, so that equal content is an equal file. */
    private static Path write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entriesOut = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setTime(0);
                entriesOut.putNextEntry(entry);
                entriesOut.write(each.getValue());
                entriesOut.closeEntry();
            }
        }
        return jar;
    }
}
