package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** When cycles run. */
public record LoopSection(
        @Key(
                fallback = "24",
                range = "(0, 8760]",
                doc = "Hours from the start of one cycle to the start of the next. A plan stands this long after"
                        + " the next session's open, round the clock after its data's end.")
        double intervalHours,

        @Key(
                range = "(0, inf)",
                doc = "Skips a cycle of the loop when the newest bar is older than this many hours; null never does."
                        + " With --once it is not looked at.")
        OptionalDouble requireRecentBarsHours) {

    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** At least a millisecond. */
    public Duration interval() {
        return Duration.ofMillis(Math.max(1, Math.round(intervalHours * MILLIS_AN_HOUR)));
    }

    /** How old the newest bar may be; empty for any age. */
    public Optional<Duration> oldestBar() {
        return requireRecentBarsHours.isPresent()
                ? Optional.of(Duration.ofMillis(Math.round(requireRecentBarsHours.getAsDouble() * MILLIS_AN_HOUR)))
                : Optional.empty();
    }
}
