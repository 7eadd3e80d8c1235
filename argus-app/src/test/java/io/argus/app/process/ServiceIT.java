package io.argus.app.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.process.LaunchedArgus.Ended;
import io.argus.app.process.LaunchedArgus.Running;
import io.argus.connectors.file.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Recorder and research loop as one process, ended kindly and not. */
class ServiceIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    /** Several times what is promised. */
    private static final long PATIENCE_AT_THE_END_SECONDS = 20;

    private static final String RECORDER = """
            recorder:
              currency: BTC
              base_url: %s
              every: 1s
              history: 2h
              out: packs/btc.pack
            """;

    @TempDir
    private Path folder;

    private final List<Running> started = new ArrayList<>();

    @AfterEach
    void nothingIsLeftRunning() {
        started.forEach(each -> each.process().destroyForcibly());
    }

    @Test
    void terminatedInTheMiddleOfEverythingItLeavesWholeFiles() throws Exception {
        Workspace.withSamples(folder);
        Files.copy(folder.resolve("config/samples/sp500-2000.csv"), folder.resolve("bars.csv"));
        Files.writeString(
                folder.resolve("c.yaml"),
                Workspace.config("- strategy_class: SmaCross\n  sweep:\n    fast: {min: 2, max: 21, step: 1}\n"
                                + "    slow: {min: 52, max: 70, step: 2}")
                        + RECORDER.formatted(simulator()));
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Path experiments = Files.createDirectory(folder.resolve("experiments"));

        Running service = start("run", "--config", "c.yaml", "--threads", "1");
        await(experiments, () -> names(experiments).anyMatch(name -> name.endsWith(".json") && !name.startsWith(".")));
        await(
                packs.resolve(".btc.pack.journal"),
                () -> names(packs.resolve(".btc.pack.journal"))
                        .anyMatch(name -> name.endsWith(".pack") && !name.startsWith(".")));
        Ended second = argus().run("run", "--config", "c.yaml");
        Ended status = argus().run("status", "--config", "c.yaml", "--format", "json");
        service.process().destroy();
        Ended ended = service.end(PATIENCE_AT_THE_END_SECONDS);

        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.errors())
                .singleElement()
                .asString()
                .contains(String.valueOf(service.process().pid()));
        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(JSON.readTree(status.out()).path("state").asText()).isEqualTo("running");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(143);
        assertThat(ended.err()).contains("status in logs/service_status.json", "event=stopped late=0", "requests=");
        assertThat(everything()).noneMatch(name -> name.endsWith(".tmp"));
        for (Path artifact : json(experiments)) {
            JSON.readTree(artifact.toFile());
        }
        assertThat(argus().run("status", "--config", "c.yaml").exit()).isEqualTo(3);
        JsonNode told = JSON.readTree(folder.resolve("logs/service_status.json").toFile());
        assertThat(told.path("stopped").booleanValue()).isTrue();
        assertThat(told.path("tasks").get(0).path("last_success").isTextual()).isTrue();
        Ended inspected = argus().run("pack", "inspect", "packs/btc.pack");
        assertThat(inspected.exit()).as(inspected.err()).isZero();
        assertThat(inspected.out()).contains("BTC-PERPETUAL", "synthetic");
    }

    @Test
    void itShowsThePlanThatStandsInTheFile() throws Exception {
        Workspace.withSamples(folder);

        Running service = start("run", "--config", "config/research_loop.example.yaml");
        await(folder.resolve("logs"), () -> Files.exists(folder.resolve("logs/allocations.json")));
        await(AtomicFiles.folderOf(service.out()), () -> read(service.out()).contains("NOT FOR TRADING"));
        service.process().destroy();
        Ended ended = service.end(PATIENCE_AT_THE_END_SECONDS);

        JsonNode plan = JSON.readTree(folder.resolve("logs/allocations.json").toFile());
        assertThat(plan.path("allocations")).isEmpty();
        assertThat(plan.path("empty_reason").asText()).startsWith("refused");
        assertThat(ended.out()).contains("nothing is allocated: refused").doesNotContain("Kelly", "exposure");
    }

    @Test
    void killedItLeavesNoLockAndTheNextOneGoesOn() throws Exception {
        Files.writeString(folder.resolve("bars.csv"), Workspace.FEW_BARS);
        Files.writeString(
                folder.resolve("c.yaml"),
                Workspace.config("- strategy_class: BuyAndHold")
                        + "loop:\n  interval_hours: 0.00055556\n  require_recent_bars_hours: 48\n");
        Path logs = Files.createDirectory(folder.resolve("logs"));

        Running killed = start("run", "--config", "c.yaml");
        await(logs, () -> task(logs, "research").path("last_error").asText().startsWith("cycle skipped"));
        await(logs, () -> starts(read(killed.err())).size() >= 3);
        killed.process().destroyForcibly();
        Ended afterwards = killed.end(PATIENCE_AT_THE_END_SECONDS);
        Ended gone = argus().run("status", "--config", "c.yaml");
        Running next = started(argus().behind("env", "--default-signal=INT").start("run", "--config", "c.yaml"));
        await(logs, () -> status(logs).path("pid").longValue() == next.process().pid());
        new ProcessBuilder("kill", "-INT", Long.toString(next.process().pid()))
                .start()
                .waitFor();
        Ended ended = next.end(PATIENCE_AT_THE_END_SECONDS);

        assertThat(gone.exit()).isEqualTo(3);
        assertThat(gone.out()).startsWith("gone: process " + killed.process().pid());
        assertThat(ended.exit()).as(ended.err()).isEqualTo(130);
        assertThat(folder.resolve("logs/allocations.json")).doesNotExist();
        List<Instant> starts = starts(afterwards.err());
        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(0), starts.get(i)).toSeconds())
                    .isPositive()
                    .isEven();
        }
    }

    /** When the cycles are to begin that a service has told of so far. */
    private static List<Instant> starts(String told) {
        return told.substring(0, told.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("next cycle at "))
                .map(line -> Instant.parse(line.substring("next cycle at ".length())))
                .toList();
    }

    /** Starts an exchange and gives its address. */
    private String simulator() throws IOException, InterruptedException {
        Running simulator = start("deribit", "simulate");
        await(AtomicFiles.folderOf(simulator.out()), () -> read(simulator.out()).endsWith("\n"));
        return read(simulator.out()).strip();
    }

    private LaunchedArgus argus() {
        return LaunchedArgus.in(folder);
    }

    private Running start(String... arguments) {
        return started(argus().start(arguments));
    }

    private Running started(Running running) {
        started.add(running);
        return running;
    }

    /** Waits until something holds, which is looked at whenever something happens in a folder. */
    private static void await(Path where, BooleanSupplier condition) throws IOException, InterruptedException {
        Files.createDirectories(where);
        try (WatchService watch = where.getFileSystem().newWatchService()) {
            where.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            boolean happened = true;
            while (!condition.getAsBoolean()) {
                assertThat(happened).as("something happens in " + where).isTrue();
                WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                happened = key != null;
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }

    private static JsonNode status(Path logs) {
        Path file = logs.resolve("service_status.json");
        try {
            return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode task(Path logs, String name) {
        for (JsonNode task : status(logs).path("tasks")) {
            if (task.path("name").asText().equals(name)) {
                return task;
            }
        }
        return JSON.createObjectNode();
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> json(Path folder) {
        return names(folder)
                .filter(name -> name.endsWith(".json"))
                .map(folder::resolve)
                .toList();
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
