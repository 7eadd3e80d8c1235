package io.argus.connectors.deribit.ratelimit;

import io.argus.research.port.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that moves when somebody waits on it, or when the test says so. */
public final class FakeTime implements LongSupplier, Waiter {

    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    public FakeTime() {
        this(0);
    }

    public FakeTime(long nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized long getAsLong() {
        return nanos;
    }

    @Override
    public synchronized void await(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(duration);
        nanos += duration.toNanos();
    }

    /** Moves the clock, back too, without anybody having waited. */
    public synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    public synchronized Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
