package io.argus.app.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ConnectionThreadsTest {

    @Test
    void nothingRunsBeforeThereIsWorkNorAfterTheEnd() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        try (ConnectionThreads threads = new ConnectionThreads("quiet")) {
            assertThat(running("argus-quiet")).isZero();
            threads.serial().execute(done::countDown);
            threads.blocking().execute(done::countDown);
            done.await();
        }
        assertThat(running("argus-quiet")).isZero();
    }

    @Test
    void workThatDoesNotEndIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (ConnectionThreads threads = new ConnectionThreads("stuck")) {
            threads.blocking().execute(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            });
            begun.await();
        }
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** A little later than it is told to, as work does that has something to put away. */
    @Test
    void workThatWasInterruptedHasEndedToo() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicLong putAway = new AtomicLong();
        try (ConnectionThreads threads = new ConnectionThreads("late")) {
            threads.blocking().execute(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    IntStream.range(0, 10_000_000).forEach(putAway::addAndGet);
                }
            });
            begun.await();
        }
        assertThat(running("argus-late")).isZero();
        assertThat(putAway).hasPositiveValue();
    }

    private static long running(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
