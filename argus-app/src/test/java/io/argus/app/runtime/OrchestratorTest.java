package io.argus.app.runtime;

import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrchestratorTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RestartPolicy THREE =
            new RestartPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = START;

    /** Nobody but the task moves the clock, and the test looks at it after the task has ended. */
    private final Orchestrator orchestrator = new Orchestrator(() -> now, () -> 0, wait -> {
        waits.add(wait);
        now = now.plus(wait);
    });

    @Test
    void aTaskThatWasWellBeforeItFailedBeginsANewRow() throws InterruptedException {
        List<Integer> minutes = new ArrayList<>(List.of(0, 0, 5, 0, 0));
        SupervisedTask task = orchestrator.start("t", THREE, heartbeat -> {
            now = now.plus(Duration.ofMinutes(minutes.remove(0)));
            heartbeat.failed("a little");
            heartbeat.succeeded();
            throw new DataException("bars.csv", "failure, " + minutes.size() + " left");
        });
        task.awaitEnd();

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(task.health().lastError())
                .hasValue("given up after 3 failures in a row, the last: bars.csv: failure, 0 left");
        assertThat(task.health().restarts()).isEqualTo(4);
        assertThat(task.health().lastSuccess()).hasValue(now);
        assertThat(task.health().lastErrorAt()).hasValue(now);
        assertThat(task.health().since()).isEqualTo(now);
        orchestrator.close();
        assertThat(task.health().state()).isEqualTo(TaskHealth.State.GAVE_UP);
    }

    @Test
    void whatWouldFailAgainIsGivenUpAtOnce() throws InterruptedException {
        SupervisedTask wrong = orchestrator.start("wrong", THREE, heartbeat -> {
            throw new ConfigException("c.yaml:3:1", "no such thing");
        });
        wrong.awaitEnd();
        SupervisedTask incomplete = orchestrator.start("incomplete", THREE, heartbeat -> {
            throw new NoClassDefFoundError("Gone");
        });
        incomplete.awaitEnd();

        assertThat(orchestrator.health()).extracting(TaskHealth::state).containsOnly(TaskHealth.State.GAVE_UP);
        assertThat(wrong.health().lastError())
                .hasValueSatisfying(why -> assertThat(why).contains("c.yaml:3:1", "no such thing"));
        assertThat(incomplete.health().lastError()).hasValue("given up, for it would fail again: Gone");
        assertThat(waits).isEmpty();
    }

    @Test
    void aTaskThatIsDoneIsNotBegunAgain() throws InterruptedException {
        SupervisedTask task = orchestrator.start("t", THREE, heartbeat -> heartbeat.succeeded());
        task.awaitEnd();

        assertThat(task.health())
                .isEqualTo(TaskHealth.started("t", START).succeeded(START).in(TaskHealth.State.DONE, START));
    }

    @Test
    void nothingIsStartedOnceAllWasToldToEnd() {
        CountDownLatch begun = new CountDownLatch(1);
        orchestrator.start("first", THREE, heartbeat -> {
            begun.countDown();
            never.await();
        });

        assertThat(orchestrator.stop(PATIENCE)).isEmpty();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> orchestrator.start("second", THREE, heartbeat -> {}))
                .withMessageContaining("second");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> orchestrator.workers(1));
        assertThat(orchestrator.stop(PATIENCE)).isEmpty();
        assertThat(orchestrator.health()).extracting(TaskHealth::name).containsExactly("first");
        OrchestratorProperties.assertNoThreadIsLeft();
    }

    /** Tasks that start others while all are stopped: each other one ends, or was refused. */
    @Test
    void aStopDuringAStartLeavesNothing() throws InterruptedException {
        CountDownLatch some = new CountDownLatch(20);
        SupervisedTask starter = orchestrator.start("starter", RestartPolicy.NEVER, heartbeat -> {
            for (int i = 0; ; i++) {
                orchestrator.start("t" + i, THREE, begun -> never.await());
                some.countDown();
            }
        });
        some.await();

        assertThat(orchestrator.stop(PATIENCE)).isEmpty();

        starter.awaitEnd();
        assertThat(orchestrator.health()).noneMatch(task -> task.state() == TaskHealth.State.RUNNING);
        OrchestratorProperties.assertNoThreadIsLeft();
    }

    @Test
    void aTaskThatStopsEverythingDoesNotWaitForItself() throws InterruptedException {
        orchestrator.start("other", THREE, heartbeat -> never.await());
        List<String> late = new ArrayList<>();
        SupervisedTask task = orchestrator.start("t", THREE, heartbeat -> late.addAll(orchestrator.stop(PATIENCE)));
        task.awaitEnd();

        assertThat(late).isEqualTo(List.of("argus-t"));
        assertThat(orchestrator.stop(PATIENCE)).isEmpty();
    }

    @Test
    void whoeverStopsInAHurryTellsAllTheSame() throws InterruptedException {
        SupervisedTask first = orchestrator.start("first", THREE, heartbeat -> never.await());
        SupervisedTask second = orchestrator.start("second", THREE, heartbeat -> never.await());
        Thread.currentThread().interrupt();

        orchestrator.stop(PATIENCE);

        assertThat(Thread.interrupted()).isTrue();
        first.awaitEnd();
        second.awaitEnd();
    }

    @Test
    void workersEndWithTheTasksThatWaitForThem() throws InterruptedException {
        Workers workers = orchestrator.workers(2);
        CountDownLatch working = new CountDownLatch(2);
        Callable<Void> endless = () -> {
            working.countDown();
            never.await();
            return null;
        };
        SupervisedTask task =
                orchestrator.start("t", THREE, heartbeat -> workers.inOrder(List.of(endless, endless, endless)));
        working.await();

        assertThat(orchestrator.stop(PATIENCE)).isEmpty();

        assertThat(task.health().state()).isEqualTo(TaskHealth.State.STOPPED);
        assertThat(task.health().restarts()).isZero();
        OrchestratorProperties.assertNoThreadIsLeft();
    }

    @Test
    void namesAndPoliciesMakeSense() {
        orchestrator.start("t", THREE, heartbeat -> never.await());

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> orchestrator.start("t", THREE, heartbeat -> {}))
                .withMessageContaining("t already");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RestartPolicy(0, PATIENCE, PATIENCE, PATIENCE));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RestartPolicy(1, PATIENCE, Duration.ofSeconds(1), PATIENCE));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new RestartPolicy(1, PATIENCE, PATIENCE, Duration.ZERO));
        orchestrator.close();
    }
}
