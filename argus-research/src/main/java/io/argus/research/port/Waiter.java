package io.argus.research.port;

import java.time.Duration;

/** Lets time pass on the caller's thread. The only way in which a connector waits, so that tests need no real time. */
@FunctionalInterface
public interface Waiter {

    /**
     * @param duration at least this long; nothing happens for zero or less
     * @throws InterruptedException when the thread is interrupted before or meanwhile
     */
    void await(Duration duration) throws InterruptedException;
}
