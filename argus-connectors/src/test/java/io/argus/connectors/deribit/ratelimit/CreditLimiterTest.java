package io.argus.connectors.deribit.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreditLimiterTest {

    private final FakeTime time = new FakeTime();
    private final CreditLimiter limiter = new CreditLimiter(CreditShare.ALL, time, time);

    /** The published figures: so many at once, and then so long for the next. */
    @ParameterizedTest
    @CsvSource({
        "public/ticker, 100, PT0.05S",
        "public/get_instruments, 50, PT1S",
        "public/subscribe, 10, PT0.3S",
        "private/subscribe, 10, PT0.3S"
    })
    void aBurstIsFreeAndTheNextWaitsExactlyAsLongAsItMust(String method, int burst, Duration each)
            throws InterruptedException {
        for (int i = 0; i < burst; i++) {
            assertThat(limiter.acquire(method)).isZero();
        }
        assertThat(limiter.acquire(method)).isEqualTo(each);
        assertThat(limiter.acquire(method)).isEqualTo(each);
        assertThat(time.waits()).containsExactly(each, each);
    }

    /** For those who must not wait: paid, or told when to ask again. */
    @Test
    void whoDoesNotWaitIsToldHowLongItWouldTake() {
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.tryPay("public/subscribe")).isZero();
        }
        time.pass(Duration.ofMillis(100));

        assertThat(limiter.tryPay("public/subscribe")).isEqualTo(Duration.ofMillis(200));
        time.pass(Duration.ofMillis(200));
        assertThat(limiter.tryPay("public/subscribe")).isZero();
        assertThat(limiter.tryPay("public/subscribe")).isEqualTo(Duration.ofMillis(300));
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void theTimeThatHasPassedIsTakenOffTheWait() throws InterruptedException {
        limiter.drain("public/get_instruments");
        time.pass(Duration.ofMillis(399));

        assertThat(limiter.acquire("public/get_instruments")).isEqualTo(Duration.ofMillis(601));
    }

    /** Seconds of the minute are not the interval: a pause of exactly a minute has a seconds part of zero. */
    @ParameterizedTest
    @ValueSource(strings = {"PT5S", "PT1M", "PT1M0.001S", "PT2M", "PT1H", "PT1H1M", "P1D", "P365D"})
    void aPauseRefillsToTheCapAndNoFurther(String pause) throws InterruptedException {
        limiter.drain("public/ticker");
        time.pass(Duration.parse(pause));

        for (int i = 0; i < 100; i++) {
            assertThat(limiter.acquire("public/ticker")).isZero();
        }
        assertThat(limiter.acquire("public/ticker")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aPauseThatFillsTheLargestPoolIsCountedWhole() throws InterruptedException {
        limiter.drain("public/get_instruments");
        time.pass(Duration.ofSeconds(49));

        for (int i = 0; i < 49; i++) {
            assertThat(limiter.acquire("public/get_instruments")).isZero();
        }
        assertThat(limiter.acquire("public/get_instruments")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void poolsDoNotPayForEachOther() throws InterruptedException {
        limiter.drain("public/ticker");

        assertThat(limiter.acquire("public/get_instruments")).isZero();
        assertThat(limiter.acquire("private/subscribe")).isZero();
        assertThat(limiter.tryAcquire("public/get_order_book")).isFalse();
        assertThat(limiter.acquire("public/get_order_book")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void drainingWhileSomebodyWaitsMakesThemWaitForTheRest() throws InterruptedException {
        FakeTime own = new FakeTime();
        CreditLimiter[] drained = new CreditLimiter[1];
        drained[0] = new CreditLimiter(CreditShare.ALL, own, duration -> {
            own.await(duration);
            if (own.waits().size() == 1) {
                drained[0].drain("public/ticker");
            }
        });
        drained[0].drain("public/ticker");

        assertThat(drained[0].acquire("public/ticker")).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT1M", "PT1H", "P30D"})
    void aClockThatJumpsBackNeitherBlocksNorRefunds(String jump) throws InterruptedException {
        time.pass(Duration.ofDays(40));
        for (int i = 0; i < 100; i++) {
            limiter.acquire("public/ticker");
        }
        time.pass(Duration.parse(jump).negated());

        assertThat(limiter.tryAcquire("public/ticker")).isFalse();
        assertThat(limiter.acquire("public/ticker")).isEqualTo(Duration.ofMillis(50));
        assertThat(limiter.acquire("public/ticker")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aClockMayStartAnywhere() throws InterruptedException {
        FakeTime late = new FakeTime(Long.MAX_VALUE - 20_000_000);
        CreditLimiter other = new CreditLimiter(CreditShare.ALL, late, late);
        for (int i = 0; i < 100; i++) {
            assertThat(other.acquire("public/ticker")).isZero();
        }
        assertThat(other.acquire("public/ticker")).isEqualTo(Duration.ofMillis(50));
        assertThat(late.getAsLong()).isNegative();
        assertThat(other.acquire("public/ticker")).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void manyThreadsTogetherNeverOverspend() {
        int threads = 8;
        int each = 100;
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<? extends ForkJoinTask<?>> tasks = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        for (int n = 0; n < each; n++) {
                            acquire("public/ticker");
                        }
                    }))
                    .toList();
            tasks.forEach(ForkJoinTask::join);
        } finally {
            pool.shutdownNow();
        }
        assertThat(time.waited()).isEqualTo(Duration.ofMillis(50L * (threads * each - 100)));
        assertThat(limiter.tryAcquire("public/ticker")).isFalse();
    }

    @Test
    void whoIsInterruptedHasPaidNothing() {
        limiter.drain("public/subscribe");
        time.pass(Duration.ofMillis(299));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limiter.acquire("public/subscribe")).isInstanceOf(InterruptedException.class);
        time.pass(Duration.ofMillis(1));
        assertThat(limiter.tryAcquire("public/subscribe")).isTrue();
    }

    @Test
    void withoutKeysHalfIsUsed() throws InterruptedException {
        CreditLimiter half = new CreditLimiter(CreditShare.HALF, time, time);
        for (int i = 0; i < 50; i++) {
            assertThat(half.acquire("public/ticker")).isZero();
        }
        assertThat(half.acquire("public/ticker")).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 1.01, -1, Double.NaN})
    void aShareThatCouldNotPayIsRefused(double fraction) {
        assertThatThrownBy(() -> new CreditShare(fraction)).isInstanceOf(IllegalArgumentException.class);
    }

    private void acquire(String method) {
        try {
            limiter.acquire(method);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
