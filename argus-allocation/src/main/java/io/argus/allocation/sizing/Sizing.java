package io.argus.allocation.sizing;

import io.argus.domain.allocation.Adjustment;
import java.util.List;

/**
 * A weight and the way to it.
 *
 * @param kellyRaw growth-optimal fraction before any scaling and any cap; 0 where there is none
 */
public record Sizing(double weight, double kellyRaw, List<Adjustment> trail) {

    public Sizing {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight must be finite: " + weight);
        }
        trail = List.copyOf(trail);
    }
}
