package io.argus.app.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The end of the process ends work and waits alike, and says what would not end. */
class InterruptionTest {

    private final List<List<String>> farewells = new ArrayList<>();
    private final StopSignal stop = new StopSignal();

    @Test
    void workAndWaitsEnd() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (Workers workers = new Workers(1);
                Interruption interruption = Interruption.watch(workers, stop, farewells::add)) {
            Callable<Void> endless = () -> {
                working.countDown();
                never.await();
                return null;
            };
            CompletableFuture<Void> owner =
                    CompletableFuture.runAsync(() -> workers.inOrder(List.of(endless, endless)));
            working.await();

            interruption.interrupted();

            assertThat(owner)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(CancellationException.class);
            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> stop.await(Duration.ofDays(1)));
            assertThat(farewells).containsExactly(List.of());
        }
    }

    @Test
    void finishedWorkIsNotMourned() {
        try (Workers workers = new Workers(1)) {
            Interruption interruption = Interruption.watch(workers, stop, farewells::add);
            interruption.close();

            interruption.interrupted();

            assertThat(farewells).isEmpty();
            assertThat(workers.inOrder(List.of(() -> 1))).containsExactly(1);
        }
    }

    @Test
    void whatDoesNotEndIsNamed() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Workers workers = new Workers(1);
        Callable<Void> deaf = () -> {
            working.countDown();
            awaitWhateverComes(released);
            return null;
        };
        CompletableFuture<Void> owner = CompletableFuture.runAsync(() -> workers.inOrder(List.of(deaf)));
        working.await();

        assertThat(workers.stop(Duration.ofMillis(10))).containsExactly("argus-worker-1");

        released.countDown();
        assertThat(workers.stop(Duration.ofSeconds(10))).isEmpty();
        assertThat(owner).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aWaitPasses() throws InterruptedException {
        stop.await(Duration.ofMillis(1));
        stop.await(Duration.ZERO);
        stop.stop();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> stop.await(Duration.ZERO));
    }

    private static void awaitWhateverComes(CountDownLatch latch) {
        boolean released = false;
        while (!released) {
            try {
                latch.await();
                released = true;
            } catch (InterruptedException deaf) {
                released = false;
            }
        }
    }
}
