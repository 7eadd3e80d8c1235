package io.argus.research.experiment;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a run's history is drawn again.
 *
 * @param paths how many times
 * @param blockLength of the draws in units; empty for the automatic length of the series
 * @param ruinLevel share of the starting capital, in [0, 1), at which a path is ruined and stays there
 */
public record MonteCarloSettings(
        int paths,
        MonteCarloUnit unit,
        ResamplingMethod method,
        OptionalDouble blockLength,
        long seed,
        double ruinLevel) {

    private static final MonteCarloSettings DEFAULTS = new MonteCarloSettings(
            1_000, MonteCarloUnit.DAILY, ResamplingMethod.STATIONARY, OptionalDouble.empty(), 42, 0.2);

    public MonteCarloSettings {
        if (paths < 1) {
            throw new IllegalArgumentException("at least one path: " + paths);
        }
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(method, "method");
        if (blockLength.isPresent() && !(blockLength.getAsDouble() >= 1)) {
            throw new IllegalArgumentException("a block has at least one period: " + blockLength.getAsDouble());
        }
        if (!(ruinLevel >= 0 && ruinLevel < 1)) {
            throw new IllegalArgumentException("a ruin level is a share of the start in [0, 1): " + ruinLevel);
        }
    }

    /** A thousand paths of daily returns by the stationary bootstrap; ruined at a fifth of the start. */
    public static MonteCarloSettings defaults() {
        return DEFAULTS;
    }
}
