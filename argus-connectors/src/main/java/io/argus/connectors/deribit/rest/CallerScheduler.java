package io.argus.connectors.deribit.rest;

import dev.failsafe.spi.Scheduler;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets the caller's own thread wait for the next attempt and make it, so that a request needs no thread of its own. When
 * the thread is interrupted, the attempt is made at once, and finds that out itself.
 */
final class CallerScheduler implements Scheduler {

    private final Waiter waiter;

    CallerScheduler(Waiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public ScheduledFuture<?> schedule(Callable<?> callable, long delay, TimeUnit unit) {
        if (delay > 0) {
            try {
                waiter.await(Duration.of(delay, unit.toChronoUnit()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Done<?> done = new Done<>(callable);
        done.run();
        return done;
    }

    /** Something that was done without delay. */
    private static final class Done<T> extends FutureTask<T> implements ScheduledFuture<T> {

        private Done(Callable<T> work) {
            super(work);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
