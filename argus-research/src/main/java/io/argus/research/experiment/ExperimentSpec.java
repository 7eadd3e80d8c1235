package io.argus.research.experiment;

import io.argus.domain.strategy.Parameters;
import java.util.Objects;
import java.util.Optional;

/**
 * One run to be made: a strategy with its parameters under an account's settings.
 *
 * @param strategyId what the user calls the strategy
 * @param tag {@code base} for the run on the whole span, {@link WalkForwardSpec#TAG} for the walk-forward of a class
 * @param strategyClass the descriptor's name
 * @param parameters every one of the strategy's, defaults included
 * @param monteCarlo how its history is drawn again afterwards; empty for not at all
 * @param stress what it is put through beside the run itself
 */
public record ExperimentSpec(
        String strategyId,
        String tag,
        String strategyClass,
        Parameters parameters,
        ReplaySettings settings,
        Optional<MonteCarloSettings> monteCarlo,
        StressSettings stress,
        long seed) {

    public ExperimentSpec {
        // Both become part of a file's name.
        requireName("strategy id", strategyId);
        requireName("tag", tag);
        if (strategyClass.isBlank()) {
            throw new IllegalArgumentException("an experiment needs a strategy class");
        }
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(monteCarlo, "monteCarlo");
        Objects.requireNonNull(stress, "stress");
    }

    /** The run alone. */
    public ExperimentSpec(
            String strategyId,
            String tag,
            String strategyClass,
            Parameters parameters,
            ReplaySettings settings,
            long seed) {
        this(strategyId, tag, strategyClass, parameters, settings, Optional.empty(), StressSettings.none(), seed);
    }

    public ExperimentSpec withMonteCarlo(Optional<MonteCarloSettings> asked) {
        return new ExperimentSpec(strategyId, tag, strategyClass, parameters, settings, asked, stress, seed);
    }

    public ExperimentSpec withStress(StressSettings asked) {
        return new ExperimentSpec(strategyId, tag, strategyClass, parameters, settings, monteCarlo, asked, seed);
    }

    private static void requireName(String what, String value) {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    what + " takes letters, digits, dots, dashes and underscores: \"" + value + "\"");
        }
    }
}
