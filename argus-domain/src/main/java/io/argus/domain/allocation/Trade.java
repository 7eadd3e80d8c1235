package io.argus.domain.allocation;

import java.util.Objects;

/**
 * What to change in one strategy's position, in weights.
 *
 * @param name the strategy's id, with its run where several runs stand in the plan
 */
public record Trade(String name, double from, double to) {

    public Trade {
        Objects.requireNonNull(name, "name");
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException("weights must be finite: " + from + ", " + to);
        }
    }

    /** Positive to buy. */
    public double change() {
        return to - from;
    }
}
