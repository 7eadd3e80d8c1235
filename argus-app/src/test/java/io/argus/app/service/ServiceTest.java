package io.argus.app.service;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.RestartPolicy;
import io.argus.app.runtime.TaskHealth;
import io.argus.app.service.ServiceStatus.Verdict;
import io.argus.domain.DataException;
import io.argus.research.port.Meter;
import io.argus.research.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a service tells of itself, and what is made of it. */
class ServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Path SCHEMA = Path.of("src/main/resources/io/argus/app/service/schema/status.json");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private final Metrics metrics = new Metrics();

    @Test
    void aTaskThatIsGivenUpIsToldAndTheOthersGoOn() throws InterruptedException, IOException {
        StatusFile file = StatusFile.in(folder);
        CountDownLatch told = new CountDownLatch(2);
        Orchestrator orchestrator = new Orchestrator(() -> NOW, System::nanoTime, wait -> never.await());
        Service service = new Service(orchestrator, file, metrics, () -> NOW, wait -> {
            told.countDown();
            never.await();
        });
        CountDownLatch released = new CountDownLatch(1);
        service.start("lost", RestartPolicy.NEVER, heartbeat -> {
            throw new DataException("bars.csv", "no such file");
        });
        service.start("brief", RestartPolicy.NEVER, heartbeat -> {
            heartbeat.succeeded();
            released.await();
        });
        orchestrator.start("releasing", RestartPolicy.NEVER, heartbeat -> {
            told.await();
            released.countDown();
        });
        metrics.count(Meter.Event.GAP);

        assertThat(service.serve()).isFalse();

        ServiceStatus running = file.read();
        assertThat(running.stopped()).isFalse();
        assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(running.tasks())
                .extracting(TaskHealth::name)
                .containsSubsequence("lost", "brief")
                .contains("status", "metrics");
        assertThat(running.metrics()).containsEntry("gaps", 1L);
        assertThat(service.stop(PATIENCE)).isEmpty();
        ServiceStatus stopped = file.read();
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.allWell()).isFalse();
        assertThat(stopped.tasks().get(0).lastError()).hasValue("given up: bars.csv: no such file");
        assertThat(stopped.tasks())
                .extracting(TaskHealth::state)
                .containsOnly(TaskHealth.State.GAVE_UP, TaskHealth.State.DONE, TaskHealth.State.STOPPED);
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        StatusFile file = new StatusFile(folder.resolve("deep/status.json"));
        ServiceStatus status = status(false, List.of(TaskHealth.State.values()));

        file.write(status);

        assertThat(file.read()).isEqualTo(status);
        assertThat(faults(file)).isEmpty();
    }

    @Test
    void whatIsNoStatusIsNamed() throws IOException {
        Path path = folder.resolve("status.json");
        StatusFile file = new StatusFile(path);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(file::read)
                .withMessageContaining("status.json: no such file");
        for (String text : List.of("", "{", "{}", "[1]", "{\"tasks\":[{\"name\":\"x\",\"state\":\"odd\"}]}")) {
            Files.writeString(path, text);
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(file::read)
                    .withMessageContaining("status.json");
        }
    }

    @Test
    void aVerdictNeedsAProcessAndNews() {
        ServiceStatus status = status(false, List.of(TaskHealth.State.RUNNING));
        ServiceStatus.Processes there = (pid, started) -> pid == 7 && started.equals(Optional.of(NOW));

        assertThat(status.verdict(NOW, there)).isEqualTo(Verdict.RUNNING);
        assertThat(status.verdict(NOW.plusSeconds(15), there)).isEqualTo(Verdict.RUNNING);
        assertThat(status.verdict(NOW.plusSeconds(16), there)).isEqualTo(Verdict.STALE);
        assertThat(status.verdict(NOW.minusSeconds(60), there)).isEqualTo(Verdict.RUNNING);
        assertThat(status.verdict(NOW, (pid, started) -> false)).isEqualTo(Verdict.GONE);
        assertThat(status(true, List.of()).verdict(NOW.plusSeconds(1_000), there))
                .isEqualTo(Verdict.STOPPED);
        assertThat(status.age(NOW.minusSeconds(60))).isZero();
    }

    @Test
    void thisProcessIsThereAndAnotherOfItsNumberIsNot() {
        ServiceStatus.Processes processes = ServiceStatus.Processes.ofThisMachine();
        ProcessHandle me = ProcessHandle.current();

        assertThat(processes.alive(me.pid(), me.info().startInstant())).isTrue();
        assertThat(processes.alive(me.pid(), Optional.of(NOW))).isFalse();
        assertThat(processes.alive(Long.MAX_VALUE, Optional.empty())).isFalse();
    }

    @Test
    void metricsAreTotalsButForTheLag() {
        metrics.count(Meter.Event.REQUEST);
        metrics.count(Meter.Event.REQUEST);
        metrics.count(Meter.Event.RETRY);
        metrics.count(Meter.Event.RECONNECT);
        metrics.waited(Duration.ofMillis(30));
        metrics.waited(Duration.ofMillis(20));
        metrics.lag(Duration.ofSeconds(9));
        metrics.lag(Duration.ofSeconds(1));

        assertThat(metrics.line())
                .isEqualTo("requests=2 retries=1 waits=2 waited_ms=50 reconnects=1 gaps=0 lag_ms=1000");
    }

    /** What its schema has against the file as it lies there. */
    private static List<String> faults(StatusFile file) throws IOException {
        JsonMapper json = new JsonMapper();
        return JsonSchema.faultsAndUntold(
                json.readValue(SCHEMA.toFile(), Map.class),
                json.readValue(file.path().toFile(), Map.class));
    }

    private static ServiceStatus status(boolean stopped, List<TaskHealth.State> states) {
        List<TaskHealth> tasks = IntStream.range(0, states.size())
                .mapToObj(i -> new TaskHealth(
                        "t" + i,
                        states.get(i),
                        NOW,
                        i,
                        i % 2 == 0 ? Optional.empty() : Optional.of("a \"failure\""),
                        i % 2 == 0 ? Optional.empty() : Optional.of(NOW.plusMillis(1)),
                        i % 3 == 0 ? Optional.empty() : Optional.of(NOW.minusNanos(1))))
                .toList();
        return new ServiceStatus(
                stopped, 7, Optional.of(NOW), NOW, NOW, Duration.ofSeconds(5), tasks, Map.of("requests", 3L));
    }
}
