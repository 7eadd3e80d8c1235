package io.argus.allocation.sizing;

import io.argus.domain.forecast.Forecast;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rule of the house: a fraction of the growth-optimal size, in steps. Shrink mu by confidence, ask for an edge over
 * cost, take the fraction, cap it, scale it to the volatility target, and cap it again. Long only: without a net gain to
 * expect the size is 0.
 *
 * @param kellyFraction in (0, 1]
 * @param perPlayCap in (0, 1]
 * @param volatilityTarget a year; empty for no overlay. The overlay scales by target over sigma, so the resulting
 *     volatility is the weight times the target
 * @param minEdgeOverCost by how much the shrunk mu must exceed cost, a year
 */
public record FractionalKelly(
        double kellyFraction, double perPlayCap, OptionalDouble volatilityTarget, double minEdgeOverCost)
        implements SizingRule {

    public FractionalKelly {
        Steps.requireFraction("kelly_fraction", kellyFraction);
        Steps.requireFraction("per_play_cap", perPlayCap);
        volatilityTarget.ifPresent(Steps.VolatilityTarget::new);
        new Steps.EdgeGate(minEdgeOverCost);
    }

    @Override
    public double cap() {
        return perPlayCap;
    }

    /** The steps in their order, to take some and put others beside them. */
    public List<SizingStep> steps() {
        SizingStep shrinkage = SizingStep.shrinkage();
        SizingStep gate = SizingStep.edgeGate(minEdgeOverCost);
        SizingStep kelly = SizingStep.kelly(kellyFraction);
        return volatilityTarget.isEmpty()
                ? List.of(shrinkage, gate, kelly)
                : List.of(
                        shrinkage,
                        gate,
                        kelly,
                        SizingStep.cap(perPlayCap),
                        SizingStep.volatilityTarget(volatilityTarget.getAsDouble()));
    }

    @Override
    public Sizing size(Forecast forecast) {
        return new StepwiseSizing(perPlayCap, steps()).size(forecast);
    }
}
