package io.argus.app.runtime;

import io.argus.research.port.Waiter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass until it is over or the work is to stop. Safe for any number of threads. */
public final class StopSignal implements Waiter {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Ends every wait, now and from now on. */
    public void stop() {
        stopped.countDown();
    }

    /**
     * @throws InterruptedException also when it is to stop, before or meanwhile
     */
    @Override
    public void await(Duration duration) throws InterruptedException {
        if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("asked to stop");
        }
    }
}
