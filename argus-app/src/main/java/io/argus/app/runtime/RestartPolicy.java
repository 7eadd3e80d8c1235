package io.argus.app.runtime;

import io.argus.domain.ConfigException;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether and when a task that failed is begun again: after a wait that doubles with each failure in a row, until there
 * are too many of them.
 *
 * @param mostFailures in a row; with as many the task is given up
 * @param firstWait before the first restart
 * @param longestWait no wait is longer
 * @param healthyAfter a task that ran this long before it failed was well: its failure is the first of a new row
 */
public record RestartPolicy(int mostFailures, Duration firstWait, Duration longestWait, Duration healthyAfter) {

    /** The first failure is the last. */
    public static final RestartPolicy NEVER =
            new RestartPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofDays(1));

    public RestartPolicy {
        if (mostFailures < 1) {
            throw new IllegalArgumentException("a task is given up after one failure at least, not " + mostFailures);
        }
        if (firstWait.isNegative() || firstWait.isZero() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException("waits of " + firstWait + " to " + longestWait);
        }
        if (healthyAfter.isNegative() || healthyAfter.isZero()) {
            throw new IllegalArgumentException("a task cannot be well after " + healthyAfter);
        }
    }

    /** How long to wait after so many failures in a row. */
    Duration waitAfter(int failures) {
        Duration wait = firstWait;
        for (int i = 1; i < failures && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    /**
     * Why a task is given up after this failure; empty when it is worth another try. What stands wrong in a configuration
     * stands there the next time too, and a broken program does not mend itself.
     */
    Optional<String> reasonToGiveUp(Throwable failure, int failures) {
        String what = describe(failure);
        if (failure instanceof ConfigException || failure instanceof Error) {
            return Optional.of("given up, for it would fail again: " + what);
        }
        if (failures >= mostFailures) {
            return Optional.of(
                    failures == 1
                            ? "given up: " + what
                            : "given up after " + failures + " failures in a row, the last: " + what);
        }
        return Optional.empty();
    }

    /** A failure in one line. */
    static String describe(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(text);
    }
}
