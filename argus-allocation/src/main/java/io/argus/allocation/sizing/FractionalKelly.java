package io.argus.allocation.sizing;

import io.argus.domain.allocation.Adjustment;
import io.argus.domain.forecast.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A fraction of the growth-optimal size (Kelly 1956; for a return with mean mu and standard deviation sigma a year it is
 * mu/sigma², Thorp 2006, equation 7.3), in steps: shrink mu by confidence, ask for an edge over cost, take the fraction,
 * cap it, scale it to the volatility target, and cap it again. Long only: without a net gain to expect the size is 0.
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
        requireFraction("kelly_fraction", kellyFraction);
        requireFraction("per_play_cap", perPlayCap);
        if (volatilityTarget.isPresent()
                && !(volatilityTarget.getAsDouble() > 0 && Double.isFinite(volatilityTarget.getAsDouble()))) {
            throw new IllegalArgumentException("vol_target_annual must be positive: " + volatilityTarget);
        }
        if (!(minEdgeOverCost >= 0) || Double.isInfinite(minEdgeOverCost)) {
            throw new IllegalArgumentException(
                    "min_edge_over_cost must be finite and not negative: " + minEdgeOverCost);
        }
    }

    @Override
    public double cap() {
        return perPlayCap;
    }

    @Override
    public Sizing size(Forecast forecast) {
        double sigma = forecast.sigma();
        double variance = sigma * sigma;
        boolean usable = Double.isFinite(forecast.mu())
                && Double.isFinite(forecast.cost())
                && !Double.isNaN(forecast.confidence())
                && Double.isFinite(sigma)
                && sigma > 0;
        if (!usable) {
            return nothing("unusable_forecast", "mu, sigma, cost and confidence must be numbers, sigma above zero", 0);
        }
        List<Adjustment> trail = new ArrayList<>(6);
        double mu = clampToUnit(forecast.confidence()) * forecast.mu();
        trail.add(new Adjustment("confidence", forecast.mu(), mu, "mu shrunk by confidence"));
        double edge = mu - forecast.cost();
        double raw = finite(edge / variance);
        if (!(mu > forecast.cost() + minEdgeOverCost) || edge <= 0) {
            trail.add(new Adjustment("edge_gate", raw, 0, "shrunk mu does not exceed cost by min_edge_over_cost"));
            return new Sizing(0, raw, trail);
        }
        trail.add(new Adjustment("kelly", edge, raw, "net edge over variance"));
        double weight = kellyFraction * raw;
        trail.add(new Adjustment("kelly_fraction", raw, weight, "fraction of full Kelly"));
        weight = capped(weight, trail);
        if (volatilityTarget.isPresent()) {
            double scaled = finite(weight * (volatilityTarget.getAsDouble() / sigma));
            trail.add(new Adjustment("vol_target_annual", weight, scaled, "scaled by target over sigma"));
            weight = capped(scaled, trail);
        }
        return new Sizing(weight, raw, trail);
    }

    private double capped(double weight, List<Adjustment> trail) {
        if (weight <= perPlayCap) {
            return weight;
        }
        trail.add(new Adjustment("per_play_cap", weight, perPlayCap, "cut to per_play_cap"));
        return perPlayCap;
    }

    private static Sizing nothing(String step, String reason, double raw) {
        return new Sizing(0, raw, List.of(new Adjustment(step, 0, 0, reason)));
    }

    private static double clampToUnit(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** A sigma near zero makes any edge look infinite; the cap decides, but no infinity may reach a file. */
    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }

    private static void requireFraction(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " lies in (0, 1]: " + value);
        }
    }
}
