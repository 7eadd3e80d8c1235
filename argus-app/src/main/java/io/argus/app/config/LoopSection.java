package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.time.Duration;

/** When cycles run. */
public record LoopSection(
        @Key(
                fallback = "24",
                range = "(0, 8760]",
                doc = "Hours from the start of one cycle to the start of the next. A plan stands this long after"
                        + " the next session's open, round the clock after its data's end.")
        double intervalHours) {

    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** At least a millisecond. */
    public Duration interval() {
        return Duration.ofMillis(Math.max(1, Math.round(intervalHours * MILLIS_AN_HOUR)));
    }
}
