package io.argus.app.config;

import io.argus.allocation.AllocationSettings;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.app.config.bind.Key;
import io.argus.domain.forecast.ForecastSettings;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.domain.forecast.MuDeflation;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How survivors are sized. */
public record AllocationSection(
        @Key(fallback = "fractional_kelly", doc = "The sizing rule.")
        SizingMethod method,

        @Key(fallback = "0.25", range = "(0, 1]", doc = "Fraction of the growth-optimal size.")
        double kellyFraction,

        @Key(fallback = "0.07", range = "(0, 1]", doc = "Largest weight of one play.")
        double perPlayCap,

        @Key(
                range = "(0, inf)",
                doc = "Scales each weight by this volatility a year over its own; null for no such step.")
        OptionalDouble volTargetAnnual,

        @Key(
                fallback = "0",
                range = "[0, inf)",
                doc = "By how much mu must exceed cost, a year; below it the size is 0.")
        double minEdgeOverCost,

        @Key(
                fallback = "1.0",
                range = "(0, inf)",
                doc = "Largest sum of the sizes of all weights; all are scaled down to it. Above 1 is leverage.")
        double aggregateExposureCap,

        @Key(
                doc = "The most that one contract can lose, in the account currency, for strategies that do not"
                        + " tell; null: unknown, and no contracts are counted.")
        MaxLossPerContract maxLossPerContract,

        @Key(range = "[2, 100000]", doc = "Last days to take sigma from; null for the whole run.")
        OptionalInt sigmaWindow,

        @Key(
                fallback = "0.25",
                range = "[0, 1]",
                doc = "Least confidence in mu: without a floor, noise takes most of a true edge away.")
        double confidenceFloor,

        @Key(
                fallback = "expected_max",
                doc = "What is taken off mu because the run was picked from many: what the best of that many"
                        + " lucky runs would show, or nothing.")
        MuDeflation muDeflation) {

    public AllocationSettings engine() {
        return new AllocationSettings(
                new FractionalKelly(kellyFraction, perPlayCap, volTargetAnnual, minEdgeOverCost), aggregateExposureCap);
    }

    public ForecastSettings forecasts() {
        return new ForecastSettings(confidenceFloor, muDeflation, sigmaWindow, maxLossPerContract);
    }
}
