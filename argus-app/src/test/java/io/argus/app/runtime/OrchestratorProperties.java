package io.argus.app.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the tasks are like, all of them are told, in order, and none is left. */
class OrchestratorProperties {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(250);
    private static final RestartPolicy PATIENT =
            new RestartPolicy(1_000, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final CountDownLatch never = new CountDownLatch(1);

    @Property(tries = 40)
    void theLastStartedEndsFirst(@ForAll @IntRange(min = 1, max = 12) int count) {
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        Orchestrator orchestrator = orchestrator();
        for (int i = 0; i < count; i++) {
            String name = "t" + i;
            orchestrator.start(name, PATIENT, heartbeat -> {
                try {
                    never.await();
                } finally {
                    ended.add(name);
                }
            });
        }

        assertThat(orchestrator.stop(PATIENCE)).isEmpty();

        // One that was stopped before it began has nothing to end.
        assertThat(ended).isSubsetOf(names(count)).isSortedAccordingTo((a, b) -> number(b) - number(a));
        assertThat(orchestrator.health()).allMatch(task -> task.state() == TaskHealth.State.STOPPED);
        assertNoThreadIsLeft();
    }

    @Property(tries = 12)
    void allAreToldAndTheDeafAreNamed(@ForAll @Size(min = 1, max = 6) List<Behaviour> behaviours) {
        CountDownLatch release = new CountDownLatch(1);
        Orchestrator orchestrator = orchestrator();
        List<String> deaf = new ArrayList<>();
        List<CountDownLatch> begun = new ArrayList<>();
        for (int i = 0; i < behaviours.size(); i++) {
            Behaviour behaviour = behaviours.get(i);
            CountDownLatch living = new CountDownLatch(1);
            orchestrator.start("t" + i, PATIENT, heartbeat -> {
                living.countDown();
                behaviour.live(release);
            });
            begun.add(living);
            if (behaviour == Behaviour.DEAF) {
                deaf.add("argus-t" + i);
            }
        }
        begun.forEach(OrchestratorProperties::await);

        assertThat(orchestrator.stop(deaf.isEmpty() ? PATIENCE : SHORT)).isEqualTo(deaf);
        assertThat(orchestrator.health())
                .filteredOn(task -> task.state() == TaskHealth.State.STOPPING)
                .extracting(task -> "argus-" + task.name())
                .isEqualTo(deaf);

        release.countDown();
        assertThat(orchestrator.stop(PATIENCE)).isEmpty();
        assertNoThreadIsLeft();
    }

    @Property(tries = 20)
    void manyMayStopAtOnce(
            @ForAll @IntRange(min = 1, max = 6) int tasks, @ForAll @IntRange(min = 2, max = 4) int stoppers)
            throws InterruptedException, ExecutionException {
        Orchestrator orchestrator = orchestrator();
        for (int i = 0; i < tasks; i++) {
            orchestrator.start("t" + i, PATIENT, heartbeat -> never.await());
        }
        ExecutorService threads = Executors.newFixedThreadPool(stoppers);
        try {
            List<Future<List<String>>> answers = IntStream.range(0, stoppers)
                    .mapToObj(i -> threads.submit(() -> orchestrator.stop(PATIENCE)))
                    .toList();
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertNoThreadIsLeft();
    }

    @Property(tries = 50)
    void waitsDoubleUpToTheLongestAndTriesAreCounted(
            @ForAll @IntRange(min = 1, max = 12) int most,
            @ForAll @IntRange(min = 1, max = 5_000) int firstMs,
            @ForAll @IntRange(min = 0, max = 60_000) int moreMs)
            throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        RestartPolicy policy = new RestartPolicy(
                most, Duration.ofMillis(firstMs), Duration.ofMillis(firstMs + moreMs), Duration.ofMinutes(1));
        try (Orchestrator orchestrator = new Orchestrator(CLOCK, () -> 0, waits::add)) {
            SupervisedTask task = orchestrator.start("t", policy, heartbeat -> Behaviour.BROKEN.live(never));
            task.awaitEnd();

            assertThat(task.health().state()).isEqualTo(TaskHealth.State.GAVE_UP);
            assertThat(task.health().restarts()).isEqualTo(most - 1);
            assertThat(task.health().lastError())
                    .hasValueSatisfying(why -> assertThat(why)
                            .contains("broken")
                            .contains(most == 1 ? "given up" : most + " failures in a row"));
        }
        assertThat(waits).hasSize(most - 1);
        for (int i = 0; i < waits.size(); i++) {
            assertThat(waits.get(i).toMillis()).isEqualTo(Math.min((long) firstMs << i, firstMs + moreMs));
        }
    }

    /** Waits for a next try last until the end. */
    private Orchestrator orchestrator() {
        return new Orchestrator(CLOCK, System::nanoTime, duration -> never.await());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    static void assertNoThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("argus-"));
    }
}
