package io.argus.app.runtime;

import java.time.Instant;
import java.util.Optional;

/**
 * How a task is.
 *
 * @param since when it came into this state
 * @param restarts how often it was begun again
 * @param lastError the newest failure, or why nobody tries any more
 * @param lastSuccess when it last said that something had come out well
 */
public record TaskHealth(
        String name,
        State state,
        Instant since,
        int restarts,
        Optional<String> lastError,
        Optional<Instant> lastErrorAt,
        Optional<Instant> lastSuccess) {

    /** What a task may be doing. */
    public enum State {
        RUNNING,
        /** It failed and waits to be begun again. */
        WAITING,
        /** It failed for good: a person has to look. */
        GAVE_UP,
        /** It came to its own end. */
        DONE,
        /** It was told to end and has not yet. */
        STOPPING,
        /** It was told to end, and has. */
        STOPPED
    }

    static TaskHealth started(String name, Instant now) {
        return new TaskHealth(name, State.RUNNING, now, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    TaskHealth in(State next, Instant now) {
        return new TaskHealth(name, next, now, restarts, lastError, lastErrorAt, lastSuccess);
    }

    TaskHealth restarted(Instant now) {
        return new TaskHealth(name, State.RUNNING, now, restarts + 1, lastError, lastErrorAt, lastSuccess);
    }

    TaskHealth failed(State next, String error, Instant now) {
        return new TaskHealth(name, next, now, restarts, Optional.of(error), Optional.of(now), lastSuccess);
    }

    /** Something of its work failed, not the task. */
    TaskHealth failedOnce(String error, Instant now) {
        return new TaskHealth(name, state, since, restarts, Optional.of(error), Optional.of(now), lastSuccess);
    }

    TaskHealth succeeded(Instant now) {
        return new TaskHealth(name, state, since, restarts, lastError, lastErrorAt, Optional.of(now));
    }
}
