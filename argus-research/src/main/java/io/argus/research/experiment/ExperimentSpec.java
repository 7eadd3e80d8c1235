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

    private static final int LONGEST_NAME = 100;

    /** Of a name that is too long. */
    private static final int SHOWN = 30;

    public ExperimentSpec {
        // Both become part of a file's name.
        requireStrategyId(strategyId);
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

    /**
     * Says whether runs can be called so.
     *
     * @throws IllegalArgumentException when it is too long, or not of letters, digits, dots, dashes and underscores
     */
    public static void requireStrategyId(String strategyId) {
        requireName("strategy id", strategyId);
    }

    private static void requireName(String what, String value) {
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(what + " has " + value.length() + " characters, and " + LONGEST_NAME
                    + " are allowed: \"" + value.substring(0, SHOWN) + "…\"");
        }
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(what + " takes letters, digits, dots, dashes and underscores, and begins"
                    + " with a letter or digit: \"" + value + "\"");
        }
    }
}
