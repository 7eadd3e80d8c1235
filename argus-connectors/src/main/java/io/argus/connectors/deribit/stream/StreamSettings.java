package io.argus.connectors.deribit.stream;

import java.time.Duration;

/**
 * How a stream keeps its connection.
 *
 * @param heartbeat after how long without data the exchange gives a sign of life, at least 10 s; a connection is given
 *     up when two such times in a row bring nothing
 * @param firstWait upper bound of the random wait before the first reconnection, doubled each time
 * @param healthy how long a connection must be live for the waits to begin anew
 */
public record StreamSettings(Duration heartbeat, Duration firstWait, Duration longestWait, Duration healthy) {

    /** Half a minute of silence, half a second to half a minute between connections. */
    public static final StreamSettings DEFAULT = new StreamSettings(
            Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** Deribit's own. */
    private static final int SHORTEST_HEARTBEAT_S = 10;

    /** After so many doublings any wait is the longest. */
    private static final int MOST_DOUBLINGS = 30;

    public StreamSettings {
        if (heartbeat.toSeconds() < SHORTEST_HEARTBEAT_S) {
            throw new IllegalArgumentException("a heartbeat each " + heartbeat + " is too fast for Deribit");
        }
        if (firstWait.isNegative() || firstWait.isZero() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("waits from " + firstWait + " to " + longestWait);
        }
    }

    /**
     * How long to wait after something failed: any part of a bound that doubles with each failure, so that many clients
     * do not come back together.
     *
     * @param failures before this one
     * @param random from 0 to 1
     */
    Duration backOff(int failures, double random) {
        Duration bound = longestWait;
        if (failures < MOST_DOUBLINGS) {
            Duration doubled = firstWait.multipliedBy(1L << failures);
            bound = doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
        }
        return Duration.ofNanos((long) (bound.toNanos() * random));
    }
}
