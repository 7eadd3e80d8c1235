package io.argus.app.runtime;

import java.time.Duration;
import java.util.List;

/** What an orchestrator has started and has to end. Safe for any number of threads. */
interface Owned {

    /** Tells it to end and does not wait. Only the first time counts. */
    void cancel();

    /**
     * Waits until it has ended.
     *
     * @return the names of the threads that were still running when the patience was
     * @throws InterruptedException when the caller is to wait no longer
     */
    List<String> awaitEnd(Duration patience) throws InterruptedException;

    /** The names of the threads that are running now. */
    List<String> running();
}
