package io.argus.domain.pack;

import java.util.OptionalDouble;

/**
 * What followed a bar: the view of one row of an {@link OutcomeSeries}. Returns are simple, relative to the bar's
 * close; figures that could not be computed are empty.
 *
 * @param timestampMs open time of the bar
 * @param windowStartMs close time of the bar
 * @param windowEndMs when the outcome is known
 * @param realizedVolatility sample standard deviation of log returns between closes of the window, not annualised
 */
public record Outcome(
        long timestampMs,
        long horizonSeconds,
        double closeNow,
        OptionalDouble closeAtHorizon,
        OptionalDouble forwardReturn,
        OptionalDouble maxRunup,
        OptionalDouble maxDrawdown,
        OptionalDouble realizedVolatility,
        OutcomeStatus status,
        long windowStartMs,
        long windowEndMs,
        int barsExpected,
        int barsFound) {

    /** Bars that should have been in the window and were not. */
    public int gapCount() {
        return Math.max(0, barsExpected - barsFound);
    }
}
