package io.argus.allocation;

import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.SizingRule;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How forecasts are sized together.
 *
 * @param rule sizes each of them
 * @param aggregateExposureCap largest sum of the sizes of all weights; above 1 is leverage
 */
public record AllocationSettings(SizingRule rule, double aggregateExposureCap) {

    private static final AllocationSettings DEFAULTS =
            new AllocationSettings(new FractionalKelly(0.25, 0.07, OptionalDouble.empty(), 0), 1.0);

    public AllocationSettings {
        Objects.requireNonNull(rule, "rule");
        if (!(aggregateExposureCap > 0) || Double.isInfinite(aggregateExposureCap)) {
            throw new IllegalArgumentException("aggregate_exposure_cap must be positive: " + aggregateExposureCap);
        }
    }

    /** A quarter of Kelly, at most 7 % a play, at most 100 % in all. */
    public static AllocationSettings defaults() {
        return DEFAULTS;
    }
}
