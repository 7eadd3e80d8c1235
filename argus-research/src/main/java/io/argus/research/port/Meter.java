package io.argus.research.port;

import java.time.Duration;

/**
 * Takes note of what an operator wants to see counted. Safe for any number of threads, fast, and it never fails: work must
 * not suffer from being watched.
 */
public interface Meter {

    /** What is counted. */
    enum Event {
        /** A request was sent, again or for the first time. */
        REQUEST,
        /** A request failed by what passes and will be sent again. */
        RETRY,
        /** A lost connection is made anew. */
        RECONNECT,
        /** Data is missing that nobody can give any more. */
        GAP
    }

    void count(Event event);

    /** A request had to wait until it could be paid, for this long. */
    void waited(Duration time);

    /** Data is here this long after it was due. */
    void lag(Duration time);

    /** For those whom nobody watches. */
    static Meter none() {
        return new Meter() {
            @Override
            public void count(Event event) {}

            @Override
            public void waited(Duration time) {}

            @Override
            public void lag(Duration time) {}
        };
    }
}
