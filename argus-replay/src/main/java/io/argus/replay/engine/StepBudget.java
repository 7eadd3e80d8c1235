package io.argus.replay.engine;

import io.argus.domain.StrategyException;

/**
 * Bounds how often a strategy may ask its market within one decision, so that one that never comes to an end fails instead
 * of holding up everything behind it. Loops that ask nothing are beyond it.
 */
final class StepBudget {

    /** A scan of a million bars for each of fifty indicators still fits, where every step asks how many there are too. */
    static final long LIMIT = 100_000_000;

    private long left = LIMIT;

    void renew() {
        left = LIMIT;
    }

    void spend() {
        if (--left < 0) {
            throw new StrategyException(
                    StrategyException.Kind.LOOPED,
                    "asked its market more than " + LIMIT
                            + " times within one decision; it seems not to come to an end");
        }
    }
}
