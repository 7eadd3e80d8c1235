package io.argus.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout in which only the launcher is real. Its {@code mvnw} notes that it was called and makes an empty jar, its
 * {@code java} tells how it was started; the same tree can be made stale by turning its clocks.
 */
final class LauncherTree {

    private static final Instant LONG_AGO = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant BUILT = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2021-01-01T00:00:00Z");
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Path root;
    private final Path javaHome;

    LauncherTree(Path folder) throws IOException {
        this.folder = folder;
        root = folder.resolve("checkout");
        javaHome = folder.resolve("jdk");
        for (String file :
                List.of("pom.xml", ".mvn/jvm.config", "argus-app/pom.xml", "argus-app/src/main/java/A.java")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "");
        }
        script(root.resolve("argus"), Files.readString(LaunchedArgus.CHECKOUT.resolve("argus")));
        mvnw("");
        java("17.0.1", "echo \"ran $* in $(pwd) as $$\"");
    }

    /** What happens in a build, before the jar is there. */
    void mvnw(String body) throws IOException {
        script(
                root.resolve("mvnw"),
                "#!/bin/sh\ncd \"$(dirname \"$0\")\" || exit 1\necho built >>builds\n" + body
                        + "\nmkdir -p argus-app/target && : >argus-app/target/argus.jar\n");
    }

    void java(String version, String body) throws IOException {
        script(javaHome.resolve("bin/java"), "#!/bin/sh\n" + body + "\n");
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    Path path(String file) {
        return root.resolve(file);
    }

    long builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Everything of this tree is older than its last build. */
    void settle() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
            }
        }
        Files.setLastModifiedTime(root.resolve("argus-app/target/launcher.stamp"), FileTime.from(BUILT));
    }

    /** This file or folder is newer than the last build. */
    void change(String file) throws IOException {
        Files.setLastModifiedTime(root.resolve(file), FileTime.from(CHANGED));
    }

    LaunchedArgus.Ended run(Path from, Path launcher, String... arguments) throws IOException {
        return start(from, launcher, arguments).end(PATIENCE_SECONDS);
    }

    LaunchedArgus.Ended run(String... arguments) throws IOException {
        return run(folder, root.resolve("argus"), arguments);
    }

    LaunchedArgus.Running start(Path from, Path launcher, String... arguments) throws IOException {
        ProcessBuilder builder = builder(from, launcher, arguments);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        return started(builder);
    }

    /** A run that may not build. */
    LaunchedArgus.Ended runAsBuilt(String... arguments) throws IOException {
        ProcessBuilder builder = builder(folder, root.resolve("argus"), arguments);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("ARGUS_NO_BUILD", "1");
        return started(builder).end(PATIENCE_SECONDS);
    }

    /** A run on a machine that has the tools of a shell, but no Java. */
    LaunchedArgus.Ended runWithoutJava() throws IOException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "find", "head", "cat", "mkdir")) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + whereIs(tool) + " \"$@\"\n");
        }
        ProcessBuilder builder = builder(folder, root.resolve("argus"));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", tools.toString());
        return started(builder).end(PATIENCE_SECONDS);
    }

    private static Path whereIs(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static ProcessBuilder builder(Path from, Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.environment().remove("ARGUS_NO_BUILD");
        builder.environment().remove("ARGUS_OPTS");
        return builder;
    }

    private LaunchedArgus.Running started(ProcessBuilder builder) throws IOException {
        Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), "what the user typed\n");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        return new LaunchedArgus.Running(builder.start(), out, err);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
