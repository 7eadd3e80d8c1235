package io.argus.allocation;

import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.SizingRule;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How forecasts are sized together.
 *
 * @param rule sizes each of them where the method is fractional Kelly, and has the cap of a single weight for all
 *     methods
 * @param aggregateExposureCap largest sum of the sizes of all weights; above 1 is leverage
 * @param portfolio the method, and what it needs
 * @param rebalancing what is held, and how far a plan may move from it
 */
public record AllocationSettings(
        SizingRule rule, double aggregateExposureCap, PortfolioSettings portfolio, Rebalancing rebalancing) {

    private static final AllocationSettings DEFAULTS =
            new AllocationSettings(new FractionalKelly(0.25, 0.07, OptionalDouble.empty(), 0), 1.0);

    public AllocationSettings {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(portfolio, "portfolio");
        Objects.requireNonNull(rebalancing, "rebalancing");
        if (!(aggregateExposureCap > 0) || Double.isInfinite(aggregateExposureCap)) {
            throw new IllegalArgumentException("aggregate_exposure_cap must be positive: " + aggregateExposureCap);
        }
    }

    /** Each forecast by the rule, whatever is held. */
    public AllocationSettings(SizingRule rule, double aggregateExposureCap) {
        this(rule, aggregateExposureCap, PortfolioSettings.eachByItself(), Rebalancing.free());
    }

    /** A quarter of Kelly, at most 7 % a play, at most 100 % in all. */
    public static AllocationSettings defaults() {
        return DEFAULTS;
    }

    public AllocationSettings withPortfolio(PortfolioSettings other) {
        return new AllocationSettings(rule, aggregateExposureCap, other, rebalancing);
    }

    public AllocationSettings withRebalancing(Rebalancing other) {
        return new AllocationSettings(rule, aggregateExposureCap, portfolio, other);
    }
}
