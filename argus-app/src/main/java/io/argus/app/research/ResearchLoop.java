package io.argus.app.research;

import io.argus.app.terminal.Terminal;
import io.argus.domain.ArgusException;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Runs cycles one after the other, never two at once, until it is stopped. Starts lie whole intervals after the first
 * one, so that they do not drift with the time that cycles take; a start that a long cycle missed is left out.
 */
public final class ResearchLoop {

    /** No wait is longer, so that a clock that is set, or a machine that slept, moves no start by more. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Runnable cycle;
    private final Duration interval;
    private final InstantSource clock;
    private final Waiter waiter;
    private final Terminal terminal;

    public ResearchLoop(Runnable cycle, Duration interval, InstantSource clock, Waiter waiter, Terminal terminal) {
        this.cycle = cycle;
        this.interval = interval;
        this.clock = clock;
        this.waiter = waiter;
        this.terminal = terminal;
    }

    /**
     * Never ends by itself. A cycle that fails for reasons that its user can mend is told, and the next one is tried.
     *
     * @throws InterruptedException when the wait for the next cycle is ended
     */
    public void run() throws InterruptedException {
        Instant start = clock.instant();
        while (true) {
            try {
                cycle.run();
            } catch (ArgusException e) {
                terminal.error(String.valueOf(e.getMessage()));
            }
            start = next(start, clock.instant());
            terminal.say("next cycle at " + start.truncatedTo(ChronoUnit.SECONDS));
            awaitStart(start);
        }
    }

    /** The first start after now, whole intervals after the last one. */
    private Instant next(Instant last, Instant now) {
        long passed = Math.max(0, Duration.between(last, now).toMillis() / interval.toMillis());
        return last.plus(interval.multipliedBy(passed + 1));
    }

    private void awaitStart(Instant start) throws InterruptedException {
        for (Instant now = clock.instant(); now.isBefore(start); now = clock.instant()) {
            Duration left = Duration.between(now, start);
            waiter.await(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT);
        }
    }
}
