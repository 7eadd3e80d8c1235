package io.argus.testkit;

import io.argus.allocation.AllocationSettings;
import io.argus.allocation.portfolio.WeightLimits;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.SizingRule;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Settings for properties. */
public final class Configurations {

    private Configurations() {}

    /** Fractional Kelly, with and without a volatility target. */
    public static Arbitrary<SizingRule> fractionalKelly() {
        return Combinators.combine(
                        Arbitraries.of(0.25, 0.1, 0.5, 1.0),
                        caps(),
                        Arbitraries.of(0.1, 0.4).optional(),
                        Arbitraries.of(0.0, 0.01))
                .as((fraction, cap, target, edge) -> new FractionalKelly(fraction, cap, target(target), edge));
    }

    /** This rule under various aggregate caps. */
    public static Arbitrary<AllocationSettings> of(SizingRule rule) {
        return Arbitraries.of(1.0, 0.1, 0.3, 2.5).map(cap -> new AllocationSettings(rule, cap));
    }

    /** Limits of a portfolio, none of which demands full investment. */
    public static Arbitrary<WeightLimits> limits() {
        return Combinators.combine(caps(), Arbitraries.of(1.0, 0.3, 2.5))
                .as((cap, exposure) -> new WeightLimits(cap, exposure, false));
    }

    private static Arbitrary<Double> caps() {
        return Arbitraries.of(1.0, 0.5, 0.07, 0.013);
    }

    private static OptionalDouble target(Optional<Double> target) {
        return target.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
