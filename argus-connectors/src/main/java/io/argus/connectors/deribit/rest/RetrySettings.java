package io.argus.connectors.deribit.rest;

import java.time.Duration;

/**
 * How often a request is sent again that failed by what passes.
 *
 * @param attempts the first included
 * @param firstWait doubled each time, and varied by up to a quarter, so that many programs do not come back together
 */
public record RetrySettings(int attempts, Duration firstWait, Duration longestWait) {

    /** Half a minute in all, which outlasts the daily settlement. */
    public static final RetrySettings DEFAULT = new RetrySettings(7, Duration.ofMillis(500), Duration.ofSeconds(30));

    public RetrySettings {
        if (attempts < 2 || firstWait.isNegative() || firstWait.isZero() || longestWait.compareTo(firstWait) <= 0) {
            throw new IllegalArgumentException(attempts + " attempts, waiting " + firstWait + " to " + longestWait);
        }
    }
}
