package io.argus.app.runtime;

import io.argus.domain.StrategyException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class StrategyWatchTest {

    private static final Duration PATIENCE = Duration.ofMillis(60);
    /** Much more than it takes to give up. */
    private static final int LOOKS = 200;

    private final StrategyWatch watch = new StrategyWatch(PATIENCE);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void workGivesItsResultOrItsFailure() {
        IllegalStateException failure = new IllegalStateException("the strategy's");
        assertThat(watch.run(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> watch.run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void aCallThatWaitsForEverIsGivenUpAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertGivenUp(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        interrupted.await();
    }

    @Test
    void aCallThatHeedsNothingIsGivenUpAndEndsItsRunWhenItComesBack() {
        AtomicBoolean spins = new AtomicBoolean(true);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        assertThatExceptionOfType(StrategyException.class)
                .isThrownBy(() -> watch.run(() -> {
                    StrategyCalls calls = StrategyCalls.ofThisThread();
                    calls.begin();
                    while (spins.get()) {
                        Thread.onSpinWait();
                    }
                    try {
                        calls.end();
                        end.complete(new AssertionError("the run went on"));
                    } catch (CancellationException e) {
                        end.complete(e);
                    }
                    return "late";
                }));
        spins.set(false);
        assertThat(end.join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void callsThatComeBackAreNeverGivenUpHoweverManyThereAre() {
        AtomicInteger looks = new AtomicInteger();
        AtomicLong made = new AtomicLong();
        StrategyWatch watching = new StrategyWatch(PATIENCE, () -> {
            // However little time the thread is given: one call ends between two looks.
            long before = made.get();
            int look = looks.incrementAndGet();
            while (look <= LOOKS && made.get() < before + 2) {
                Thread.onSpinWait();
            }
        });
        assertThat(watching.run(() -> {
                    StrategyCalls calls = StrategyCalls.ofThisThread();
                    while (looks.get() < LOOKS) {
                        calls.begin();
                        made.incrementAndGet();
                        calls.end();
                    }
                    made.addAndGet(2);
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void whatTakesLongOutsideOfCallsIsNotGivenUp() {
        AtomicInteger looks = new AtomicInteger();
        StrategyWatch watching = new StrategyWatch(PATIENCE, looks::incrementAndGet);
        assertThat(watching.run(() -> {
                    while (looks.get() < LOOKS) {
                        Thread.onSpinWait();
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void whoeverIsToldToEndEndsItsWork() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        FutureTask<String> caller = new FutureTask<>(() -> {
            try {
                return watch.run(() -> {
                    begun.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "never";
                });
            } catch (CancellationException e) {
                return Thread.currentThread().isInterrupted() ? "cancelled" : "the interruption was lost";
            }
        });
        Thread thread = new Thread(caller);
        thread.start();
        begun.await();
        thread.interrupt();
        interrupted.await();
        assertThat(caller).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("cancelled");
    }

    @Test
    void callsOfAThreadThatNobodyWatchesAreMerelyMade() {
        StrategyCalls calls = StrategyCalls.ofThisThread();
        calls.begin();
        calls.end();
        assertThat(calls.underWay()).isEqualTo(StrategyCalls.NONE);
    }

    @Test
    void patienceIsMoreThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StrategyWatch(Duration.ZERO));
    }

    private void assertGivenUp(Runnable call) {
        assertThatExceptionOfType(StrategyException.class)
                .isThrownBy(() -> watch.run(() -> {
                    StrategyCalls calls = StrategyCalls.ofThisThread();
                    calls.begin();
                    call.run();
                    calls.end();
                    return "late";
                }))
                .withMessageContaining("did not come back from a call for 0.06 s")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(StrategyException.Kind.LOOPED));
    }
}
