package io.argus.app.process;

import io.argus.app.process.LaunchedArgus.Ended;
import io.argus.app.process.LaunchedArgus.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A sweep that is stopped half way keeps what it has and goes on from there. */
class InterruptionIT {

    /** Ten times what is promised. */
    private static final long PATIENCE_SECONDS = 20;

    private static final int RUNS = 200;

    @TempDir
    private Path folder;

    @BeforeEach
    void aLongSweep() throws IOException {
        Workspace.withSamples(folder);
        Files.copy(folder.resolve("config/samples/sp500-2000.csv"), folder.resolve("bars.csv"));
        Files.writeString(
                folder.resolve("c.yaml"),
                Workspace.config("- strategy_class: SmaCross\n  sweep:\n    fast: {min: 2, max: 21, step: 1}\n"
                        + "    slow: {min: 52, max: 70, step: 2}"));
        Files.createDirectory(folder.resolve("experiments"));
    }

    @Test
    void terminatedItKeepsWhatIsFinishedAndResumes() throws Exception {
        Running running = startedAndUnderWay(LaunchedArgus.in(folder));
        running.process().destroy();
        Ended ended = running.end(PATIENCE_SECONDS);

        assertThat(ended.exit()).as(ended.err()).isEqualTo(143);
        assertThat(ended.err()).contains("--resume");
        long kept = finished();
        assertThat(kept).isBetween(1L, RUNS - 1L);

        Ended resumed = LaunchedArgus.in(folder).run("research", "--config", "c.yaml", "--once", "--resume");

        assertThat(resumed.exit()).as(resumed.err()).isZero();
        assertThat(finished()).isEqualTo(RUNS);
    }

    @Test
    void interruptedItEndsAtOnce() throws Exception {
        // A test runner in the background may have been told to ignore SIGINT, which children inherit.
        Running running = startedAndUnderWay(LaunchedArgus.in(folder).behind("env", "--default-signal=INT"));
        new ProcessBuilder("kill", "-INT", Long.toString(running.process().pid()))
                .start()
                .waitFor();
        Ended ended = running.end(PATIENCE_SECONDS);

        assertThat(ended.exit()).as(ended.err()).isEqualTo(130);
        assertThat(ended.err()).contains("interrupted", "--resume");
        try (Stream<Path> files = Files.list(folder.resolve("experiments"))) {
            assertThat(files.map(Path::toString))
                    .allMatch(name -> name.endsWith(".json") || name.endsWith(".argus.lock"));
        }
    }

    private Running startedAndUnderWay(LaunchedArgus argus) throws IOException, InterruptedException {
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.resolve("experiments").register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Running running = argus.start("research", "--config", "c.yaml", "--once", "--threads", "1");
            WatchKey key;
            boolean finished = false;
            while (!finished && (key = watch.poll(60, TimeUnit.SECONDS)) != null) {
                finished = key.pollEvents().stream().anyMatch(event -> isArtifact((Path) event.context()));
                key.reset();
            }
            assertThat(finished).as("a first artifact").isTrue();
            return running;
        }
    }

    /** Artifacts that are there whole: a temporary file may be left over only for as long as the process lives. */
    private long finished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("experiments"))) {
            return files.filter(InterruptionIT::isArtifact).count();
        }
    }

    private static boolean isArtifact(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.startsWith(".");
    }
}
