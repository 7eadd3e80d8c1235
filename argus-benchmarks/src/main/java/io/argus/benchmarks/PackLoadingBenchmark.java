package io.argus.benchmarks;

import io.argus.connectors.file.pack.FilePackStore;
import io.argus.domain.pack.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A pack of a million bars from a file in either form, checked against its hash, beside reading the file's bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PackLoadingBenchmark {

    /** How the file's name ends, which decides its form. */
    @Param({"pack", "json"})
    private String form = "pack";

    private final FilePackStore store = new FilePackStore();
    private final byte[] buffer = new byte[1 << 16];
    private Path folder = Path.of("");
    private Path file = Path.of("");

    /** Writes the pack. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("argus-benchmark");
        file = folder.resolve("sample." + form);
        store.save(file, Samples.minutePack(1_000_000));
    }

    /** Removes it. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
        Files.delete(folder);
    }

    /** The pack, as every command loads it. */
    @Benchmark
    public Pack load() {
        return store.load(file);
    }

    /** The floor. */
    @Benchmark
    public long readingBytes() throws IOException {
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    sum += buffer[i];
                }
            }
        }
        return sum;
    }
}
