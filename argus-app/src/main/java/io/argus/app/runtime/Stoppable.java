package io.argus.app.runtime;

import java.time.Duration;
import java.util.List;

/** Work that can be told to end. */
@FunctionalInterface
public interface Stoppable {

    /**
     * Tells all of it to end and waits until it has.
     *
     * @return the names of the threads that were still running at the deadline, mostly none
     */
    List<String> stop(Duration deadline);
}
