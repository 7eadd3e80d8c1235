package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.ratelimit.FakeTime;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** One clock for an exchange and its client, which moves when the client waits or the test says so. */
public final class SimulatedTime implements InstantSource, LongSupplier, Waiter {

    private final Instant start;
    private final FakeTime time = new FakeTime();

    public SimulatedTime(String start) {
        this.start = Instant.parse(start);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(time.getAsLong());
    }

    @Override
    public long getAsLong() {
        return time.getAsLong();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
        time.await(duration);
    }

    public void pass(Duration duration) {
        time.pass(duration);
    }

    public Duration waited() {
        return time.waited();
    }
}
