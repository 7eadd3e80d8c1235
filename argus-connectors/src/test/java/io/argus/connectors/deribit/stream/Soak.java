package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.simulator.Fault;
import io.argus.connectors.deribit.stream.StreamListener.Gap;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Simulated hours in which faults of every kind come at random, a hundred or so an hour. The faults follow from the seed;
 * the waits of requests over HTTP vary.
 */
final class Soak {

    private static final List<Fault> OF_MESSAGES = List.of(
            Fault.DROP,
            Fault.DUPLICATE,
            Fault.REORDER,
            Fault.SPLIT,
            Fault.ABRUPT_CLOSE,
            Fault.NORMAL_CLOSE,
            Fault.SILENCE);

    private static final List<Fault> OF_FIRST_BOOKS = List.of(Fault.SNAPSHOT_WITH_PREVIOUS, Fault.CHANGE_AFTER_ZERO);

    private static final List<Fault> OF_ANSWERS =
            List.of(Fault.TOO_MANY_CONNECTIONS, Fault.WEB_PAGE, Fault.MALFORMED_JSON, Fault.UNAUTHORIZED);

    private static final List<Integer> CODES = List.of(10040, 10041, 11051, 13028);

    /** What it came to. */
    record Figures(
            int faults,
            long connections,
            long books,
            long trades,
            long bars,
            int outages,
            int gaps,
            long heapGrowthKiB,
            int threads) {}

    private final RandomStream random;
    private final StreamRig rig;
    private int faults;
    private int outages;
    private int gaps;

    private Soak(long seed) {
        random = new RandomStreams(seed).stream(0);
        rig = new StreamRig(Optional.empty(), CreditShare.ALL, random::nextDouble);
    }

    /**
     * Runs, and fails when anything told or served was wrong, missing or double, a gap was not marked, a credit overspent,
     * or memory or threads have grown.
     */
    static Figures run(long seed, Duration duration) {
        Soak soak = new Soak(seed);
        try (StreamRig rig = soak.rig) {
            return soak.over(rig, duration);
        }
    }

    private Figures over(StreamRig rig, Duration duration) {
        rig.subscribe();
        hours(rig, duration.dividedBy(4));
        int threads = rig.threadsLeft().size();
        long heap = heapBytes();
        hours(rig, duration.minus(duration.dividedBy(4)));
        long growth = heapBytes() - heap;

        rig.assertNothingIsMissing();
        assertThat(rig.truth.unpaid()).isZero();
        assertThat(rig.failures).isEmpty();
        assertThat(rig.rejections).isEmpty();
        assertThat(rig.threadsLeft().size()).isLessThanOrEqualTo(threads + 2);
        assertThat(growth).isLessThan(8L << 20);
        return new Figures(
                faults,
                rig.sockets.opened(),
                rig.books,
                rig.trades,
                rig.bars,
                outages,
                gaps,
                growth >> 10,
                rig.threadsLeft().size());
    }

    /** Faults, then quiet until everything is told. */
    private void hours(StreamRig rig, Duration duration) {
        long untilMs = rig.time.millis() + duration.toMillis();
        while (rig.time.millis() < untilMs) {
            fault(rig);
            rig.runSeconds(1 + random.nextInt(70));
        }
        // Whatever is still planned happens, then silence is noticed, and all that was missed is asked for.
        rig.runUntil(() -> rig.simulator.faults().spent(), Duration.ofMinutes(30));
        rig.runSeconds(120);
        rig.runUntilLive(Duration.ofMinutes(10));
        rig.runSeconds(90);
        count(rig);
    }

    private void fault(StreamRig rig) {
        faults++;
        switch (random.nextInt(4)) {
            case 0 -> rig.simulator.faults().next(OF_ANSWERS.get(random.nextInt(OF_ANSWERS.size())));
            case 1 ->
                rig.simulator
                        .faults()
                        .answerWith(
                                CODES.get(random.nextInt(CODES.size())), rig.time.millis() + random.nextInt(60_000));
            case 2 -> {
                // A first book comes after the end of a connection.
                rig.simulator.faults().inMessage(Fault.MALFORMED_JSON);
                rig.simulator.faults().next(OF_FIRST_BOOKS.get(random.nextInt(OF_FIRST_BOOKS.size())));
            }
            default -> rig.simulator.faults().next(OF_MESSAGES.get(random.nextInt(OF_MESSAGES.size())));
        }
    }

    /** Each end of a connection is marked in every channel, and what has a history was made up for. */
    private void count(StreamRig rig) {
        rig.assertOutagesAreMarked();
        outages += rig.outages.size();
        gaps += rig.gaps.size();
        for (Gap gap : rig.gaps) {
            boolean hasHistory =
                    gap.channel().equals(StreamRig.TRADES) || gap.channel().equals(StreamRig.BARS);
            assertThat(gap.madeUp()).as(gap.channel()).isEqualTo(hasHistory);
        }
        rig.outages.clear();
        rig.gaps.clear();
        rig.states.clear();
    }

    private static long heapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
