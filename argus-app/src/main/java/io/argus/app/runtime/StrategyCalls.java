package io.argus.app.runtime;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which call of a strategy a thread is in. Written by that thread, read by the one that watches it; a call costs two plain
 * writes.
 */
public final class StrategyCalls {

    static final long NONE = 0;

    private final AtomicLong underWay = new AtomicLong(NONE);
    private long begun;
    private volatile boolean givenUp;

    /** Those of the thread that asks; where nobody watches it, calls are counted in vain. */
    public static StrategyCalls ofThisThread() {
        return Thread.currentThread() instanceof StrategyThread watched ? watched.calls() : new StrategyCalls();
    }

    public void begin() {
        underWay.lazySet(++begun);
    }

    /**
     * @throws CancellationException when nobody waits for the thread any more
     */
    public void end() {
        underWay.lazySet(NONE);
        if (givenUp) {
            throw new CancellationException("came back when nobody waited any more");
        }
    }

    /** The number of the call that the thread is in, from 1; {@link #NONE} outside of any. */
    long underWay() {
        return underWay.get();
    }

    void giveUp() {
        givenUp = true;
    }
}
