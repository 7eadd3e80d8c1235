package io.argus.domain.allocation;

import java.util.Objects;

/**
 * A step from a forecast to its size.
 *
 * @param step what was done, such as {@code per_play_cap}
 * @param reason in words and numbers
 */
public record Adjustment(String step, double before, double after, String reason) {

    public Adjustment {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(reason, "reason");
    }
}
