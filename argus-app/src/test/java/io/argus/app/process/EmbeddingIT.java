package io.argus.app.process;

import io.argus.app.process.LaunchedArgus.Ended;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What others embed, as it was packaged: small, described, usable from a build and from the module path. */
class EmbeddingIT {

    private static final Path EXAMPLE = Path.of("examples", "embedding");
    private static final Path DOMAIN = InstalledModules.jar("argus-domain");
    private static final Path ALLOCATION = InstalledModules.jar("argus-allocation");
    private static final int PATIENCE_SECONDS = 240;

    /** In bytes. Beyond it something came in that embedders did not ask for. */
    private static final long LARGEST_TOGETHER = 300_000;

    /** A line of a plan: the strategy, its weight, the way to it. */
    private static final Pattern SIZED = Pattern.compile("(trend|carry) 0\\.\\d+ \\[Adjustment\\[.*");

    @TempDir
    private Path folder;

    @Test
    void theTwoJarsAreSmall() throws IOException {
        assertThat(Files.size(DOMAIN) + Files.size(ALLOCATION)).isLessThan(LARGEST_TOGETHER);
    }

    @Test
    void theTwoJarsNeedTheJdkAlone() {
        assertThat(required("io.argus.domain")).containsExactly("java.base");
        assertThat(required("io.argus.allocation")).containsExactlyInAnyOrder("io.argus.domain", "java.base");
    }

    @Test
    void theExampleBuildsApartAndRuns() throws IOException {
        Path example = copied(EXAMPLE);

        assertThat(packaged(example).out()).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0");
        assertSizes(java(
                "-cp", path(example.resolve("target/embedding-1.0.jar"), DOMAIN, ALLOCATION), "com.example.TenLines"));
    }

    @Test
    void theStrategyOfTheExampleBuildsApartAndIsFound() throws IOException {
        Path example = copied(Path.of("examples", "strategy"));
        packaged(example);

        Ended listed = LaunchedArgus.in(folder)
                .run(
                        "strategies",
                        "--plugin",
                        example.resolve("target/breakout-1.0.jar").toString());
        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("Breakout");
    }

    @Test
    void aHostOnTheModulePathCompilesAndRuns() throws IOException {
        Path sources = folder.resolve("sources");
        Path host = folder.resolve("host");
        Path descriptor = sources.resolve("module-info.java");
        Files.createDirectories(sources);
        Files.writeString(descriptor, "module com.example.host {\n    requires io.argus.allocation;\n}\n");

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "--module-path",
                        path(DOMAIN, ALLOCATION),
                        "-d",
                        host.toString(),
                        descriptor.toString(),
                        tenLines().toString());

        assertThat(compiled).isZero();
        assertSizes(java("-p", path(host, DOMAIN, ALLOCATION), "-m", "com.example.host/com.example.TenLines"));
    }

    @Test
    void theDocumentationShowsTheExample() throws IOException {
        assertThat(Files.readString(LaunchedArgus.CHECKOUT.resolve("docs/embedding.md")))
                .contains(shown(tenLines()));
        assertThat(Files.readString(LaunchedArgus.CHECKOUT.resolve("docs/testing-your-sizing-rules.md")))
                .contains(shown(LaunchedArgus.CHECKOUT
                        .resolve(EXAMPLE)
                        .resolve("src/test/java/com/example/HalfKellyTest.java")));
    }

    private static Path tenLines() {
        return LaunchedArgus.CHECKOUT.resolve(EXAMPLE).resolve("src/main/java/com/example/TenLines.java");
    }

    /** A source as a document shows it: without its package. */
    private static String shown(Path source) throws IOException {
        return "```java\n" + Files.readString(source).replaceFirst("package .*;\n\n", "") + "```";
    }

    private static Set<String> required(String module) {
        return ModuleFinder.of(DOMAIN, ALLOCATION).find(module).orElseThrow().descriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }

    private static void assertSizes(Ended ended) {
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.outLines())
                .hasSize(2)
                .allMatch(line -> SIZED.matcher(line).matches());
    }

    /** Offline, so that nothing but this build's modules and what this build itself needed can have been used. */
    private Ended packaged(Path example) throws IOException {
        Path repository = folder.resolve("repository");
        InstalledModules.into(repository);
        Ended built = ran(
                PATIENCE_SECONDS,
                LaunchedArgus.CHECKOUT.resolve("mvnw").toString(),
                "--offline",
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + System.getProperty("argus.local.repository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-f",
                example.resolve("pom.xml").toString(),
                "package");
        assertThat(built.exit()).as(built.out() + built.err()).isZero();
        return built;
    }

    private Ended java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return ran(PATIENCE_SECONDS, command.toArray(String[]::new));
    }

    private Ended ran(int patienceSeconds, String... command) {
        return LaunchedArgus.started(folder, List.of(command)).end(patienceSeconds);
    }

    private static String path(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The checkout is not built in: an example's own {@code target} would stay behind. */
    private Path copied(Path example) throws IOException {
        Path copy = folder.resolve("example");
        Path original = LaunchedArgus.CHECKOUT.resolve(example);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = original.relativize(file);
                if (!relative.startsWith("target")) {
                    Path to = copy.resolve(relative);
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }
}
