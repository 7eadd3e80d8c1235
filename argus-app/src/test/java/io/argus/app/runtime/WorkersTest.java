package io.argus.app.runtime;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(60)
class WorkersTest {

    private final Workers workers = new Workers(2);
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void resultsStandInTheOrderOfTheTasks() {
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> results = workers.inOrder(List.of(
                () -> {
                    second.await();
                    return 1;
                },
                () -> {
                    second.countDown();
                    return 2;
                },
                () -> 3));
        assertThat(results).containsExactly(1, 2, 3);
        assertThat(workers.inOrder(List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void aFailureEndsWhatWouldNotEnd() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<String>> tasks = List.of(
                () -> {
                    together.await();
                    throw new IllegalStateException("the first");
                },
                () -> {
                    together.await();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    return "never";
                },
                () -> {
                    never.await();
                    return "never";
                });
        assertThatIllegalStateException()
                .isThrownBy(() -> workers.inOrder(tasks))
                .withMessage("the first");
        interrupted.await();
    }

    @Test
    void ofTwoFailuresTheFirstInTheOrderOfTheTasksIsTold() {
        CountDownLatch later = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(
                () -> {
                    later.await();
                    throw new IllegalStateException("the first");
                },
                () -> {
                    later.countDown();
                    throw new IllegalArgumentException("the second");
                });
        assertThatIllegalStateException()
                .isThrownBy(() -> workers.inOrder(tasks))
                .withMessage("the first");
    }

    @Test
    void whoWaitsIsFreedWhenTheWorkersAreStopped() throws InterruptedException {
        assertCancelled(10, waiter -> workers.cancel());
    }

    @Test
    void whoWaitsIsFreedWhenItIsInterrupted() throws InterruptedException {
        assertCancelled(1, Thread::interrupt);
    }

    /** Somebody waits for tasks that do not end by themselves until something is done about it. */
    private void assertCancelled(int count, Consumer<Thread> end) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(Math.min(count, workers.size()));
        List<Callable<String>> tasks = Collections.nCopies(count, () -> {
            running.countDown();
            never.await();
            return "never";
        });
        FutureTask<List<String>> waiting = new FutureTask<>(() -> workers.inOrder(tasks));
        Thread waiter = new Thread(waiting, "waiter");
        waiter.start();
        running.await();
        end.accept(waiter);
        waiter.join();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(waiting::get)
                .withCauseInstanceOf(CancellationException.class);
    }
}
