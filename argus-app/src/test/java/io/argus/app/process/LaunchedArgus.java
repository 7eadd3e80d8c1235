package io.argus.app.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Starts the launcher of this checkout in a folder of the test's own. */
final class LaunchedArgus {

    /** Where the checkout stands: the tests run in the app's folder. */
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final List<String> prefix;
    private final Map<String, String> environment;

    private LaunchedArgus(Path folder, List<String> prefix, Map<String, String> environment) {
        this.folder = folder;
        this.prefix = prefix;
        this.environment = environment;
    }

    static LaunchedArgus in(Path folder) {
        return new LaunchedArgus(folder, List.of(), Map.of());
    }

    /** The same behind another command, which is given the launcher and its arguments. */
    LaunchedArgus behind(String... command) {
        return new LaunchedArgus(folder, List.of(command), environment);
    }

    LaunchedArgus with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new LaunchedArgus(folder, prefix, more);
    }

    /** What a run left behind. */
    record Ended(int exit, String out, String err) {

        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errors() {
            return err.lines().filter(line -> line.startsWith("error:")).toList();
        }
    }

    /** Runs to the end. */
    Ended run(String... arguments) {
        Running running = start(arguments);
        return running.end(PATIENCE_SECONDS);
    }

    Running start(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(CHECKOUT.resolve("argus").toString());
        command.addAll(List.of(arguments));
        return started(folder, command, environment);
    }

    /** Another program in the tests' ways: no input, both streams kept, nothing is built. */
    static Running started(Path folder, List<String> command) {
        return started(folder, command, Map.of());
    }

    private static Running started(Path folder, List<String> command, Map<String, String> environment) {
        try {
            Path out = kept("argus-out");
            Path err = kept("argus-err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("ARGUS_NO_BUILD", "1");
            builder.environment().putAll(environment);
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not in the run's folder, of which tests tell what it holds; gone with the tests where nobody waits for the end. */
    private static Path kept(String name) throws IOException {
        Path file = Files.createTempFile(name, ".txt");
        file.toFile().deleteOnExit();
        return file;
    }

    /** A run under way. */
    record Running(Process process, Path out, Path err) {

        /** Waits for the end; what was printed is read then, and its files are removed. */
        Ended end(long patienceSeconds) {
            try {
                if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + patienceSeconds + " s:\n" + text(err));
                }
                return new Ended(process.exitValue(), text(out), text(err));
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting", e);
            } finally {
                delete(out);
                delete(err);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
