package io.argus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole processes, from their start to their end, as who types a command waits for them; beside {@code java -version}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ProcessBenchmark {

    private static final int RANKINGS = 100;
    private static final String NO_BUILD = "ARGUS_NO_BUILD";
    private static final String CONFIG = "config/research_loop.example.yaml";
    private static final String SAMPLE = "config/samples/sp500-2000.csv";
    private static final List<String> RESEARCH = List.of("research", "--config", CONFIG, "--once");

    private final Path root = root();
    private final Path folder = temporaryFolder();
    private Optional<Process> running = Optional.empty();

    /** Lays out what the commands read, and starts the launcher as its users do, who have what it makes the first time. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(SAMPLE).getParent());
        Files.copy(root.resolve(CONFIG), folder.resolve(CONFIG));
        Files.copy(root.resolve(SAMPLE), folder.resolve(SAMPLE));
        Files.writeString(folder.resolve("rankings.json"), rankings());
        ProcessBuilder first = argus(List.of("--version"));
        first.environment().remove(NO_BUILD);
        toTheEnd(first);
    }

    /** Ends what was only begun. */
    @TearDown(Level.Invocation)
    public void end() throws InterruptedException {
        if (running.isPresent()) {
            running.get().destroy();
            running.get().waitFor();
        }
    }

    /** Removes all. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Sizes a hundred survivors of another program's ranking. */
    @Benchmark
    public int allocate() throws IOException, InterruptedException {
        return toTheEnd(argus(List.of("allocate", "--rankings", "rankings.json", "--config", CONFIG)));
    }

    /** The least that any program on the JVM takes: the floor. */
    @Benchmark
    public int javaVersion() throws IOException, InterruptedException {
        return toTheEnd(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"));
    }

    /** The whole cycle of the example: pack, runs, evaluation, allocation. */
    @Benchmark
    public int research() throws IOException, InterruptedException {
        return toTheEnd(argus(RESEARCH));
    }

    /** The same until it first says anything. */
    @Benchmark
    public int firstProgress() throws IOException {
        Process process =
                argus(RESEARCH).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        running = Optional.of(process);
        int first = process.getErrorStream().read();
        if (first < 0) {
            throw new IllegalStateException("it said nothing");
        }
        return first;
    }

    private ProcessBuilder argus(List<String> command) {
        List<String> whole = Stream.concat(Stream.of(root.resolve("argus").toString()), command.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
        builder.environment().put(NO_BUILD, "1");
        return builder;
    }

    private int toTheEnd(ProcessBuilder builder) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        int exit = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("ended with " + exit + ": " + Files.readString(said));
        }
        return exit;
    }

    private static String rankings() {
        return IntStream.range(0, RANKINGS)
                .mapToObj(i -> """
                        {"strategy_id": "s%d", "run_id": "r%d", "strategy_class": "P", "composite_score": 0.5,
                         "dsr": 0.96, "regime_sensitivity_score": 0.8, "strategy_params": {"symbol": "S%d"},
                         "metrics": {"total_return_pct": %d, "max_drawdown_pct": 20.0}}
                        """.formatted(i, i, i, 5 + i % 20))
                .collect(Collectors.joining(",", "{\"rankings\": [", "]}"));
    }

    /** Where the launcher stands: the folder of the module that this jar was built in, and one up. */
    private static Path root() {
        try {
            Path jar = Path.of(ProcessBenchmark.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("argus-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
