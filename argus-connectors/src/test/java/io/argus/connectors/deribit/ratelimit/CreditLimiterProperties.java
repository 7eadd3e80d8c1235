package io.argus.connectors.deribit.ratelimit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;

class CreditLimiterProperties {

    private static final String METHOD = "public/subscribe";
    private static final long COST = CreditPool.SUBSCRIPTIONS.cost();

    /** Within any stretch of time no more is spent than was in a full pool and what came back meanwhile. */
    @Property(tries = 200)
    void neverMoreThanTheBurstInAnyWindow(
            @ForAll("pauses") List<Duration> pauses, @ForAll @DoubleRange(min = 0.1, max = 1) double fraction)
            throws InterruptedException {
        CreditShare share = new CreditShare(fraction);
        FakeTime time = new FakeTime();
        CreditLimiter limiter = new CreditLimiter(share, time, time);
        List<Long> sent = new ArrayList<>();
        for (Duration pause : pauses) {
            time.pass(pause);
            limiter.acquire(METHOD);
            sent.add(time.getAsLong());
        }
        double refill = CreditPool.REFILL_PER_SECOND * fraction;
        double full = CreditPool.SUBSCRIPTIONS.capacity() * fraction;
        for (int from = 0; from < sent.size(); from++) {
            for (int to = from; to < sent.size(); to++) {
                double seconds = (sent.get(to) - sent.get(from)) / 1e9;
                double spent = (to - from + 1.0) * COST;
                assertThat(spent).isLessThanOrEqualTo(full + refill * seconds + 1e-6);
            }
        }
    }

    /** A model in exact arithmetic: a level of credits, which time raises to the cap and requests lower. */
    @Property(tries = 200)
    void waitsExactlyAsLongAsTheModel(@ForAll("pauses") List<Duration> pauses) throws InterruptedException {
        FakeTime time = new FakeTime();
        CreditLimiter limiter = new CreditLimiter(CreditShare.ALL, time, time);
        long nanosPerCredit = 1_000_000_000L / CreditPool.REFILL_PER_SECOND;
        long full = CreditPool.SUBSCRIPTIONS.capacity() * nanosPerCredit;
        long level = full;
        for (Duration pause : pauses) {
            time.pass(pause);
            level = Math.min(full, level + pause.toNanos());
            long expected = Math.max(0, COST * nanosPerCredit - level);

            assertThat(limiter.acquire(METHOD)).isEqualTo(Duration.ofNanos(expected));
            level = level + expected - COST * nanosPerCredit;
        }
    }

    @Provide
    Arbitrary<List<Duration>> pauses() {
        Arbitrary<Long> nanos = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 400_000_000L)),
                Tuple.of(2, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(0, Duration.ofDays(3).toNanos())));
        return nanos.map(Duration::ofNanos).list().ofMinSize(1).ofMaxSize(60);
    }
}
