package io.argus.connectors.deribit.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.util.function.LongSupplier;

/**
 * Time that never runs backwards. When the clock behind it does, no time has passed, and it goes on from there: a jump
 * back gives no credits and holds none up until the clock has caught up with itself.
 */
final class ForwardTime implements TimeMeter {

    private final LongSupplier clock;
    private long lastReading;
    private long time;

    /**
     * @param clock nanoseconds from any origin
     */
    ForwardTime(LongSupplier clock) {
        this.clock = clock;
        lastReading = clock.getAsLong();
    }

    @Override
    public synchronized long currentTimeNanos() {
        long reading = clock.getAsLong();
        time += Math.max(0, reading - lastReading);
        lastReading = reading;
        return time;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
