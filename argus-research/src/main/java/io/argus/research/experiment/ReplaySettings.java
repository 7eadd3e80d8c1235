package io.argus.research.experiment;

import java.util.Objects;

/**
 * The account that a strategy trades in a replay.
 *
 * @param startingCash in the account currency
 */
public record ReplaySettings(double startingCash, CashRate cashRate, ExecutionSettings execution) {

    private static final ReplaySettings DEFAULTS =
            new ReplaySettings(10_000, CashRate.zero(), ExecutionSettings.defaults());

    public ReplaySettings {
        if (!(startingCash > 0) || Double.isInfinite(startingCash)) {
            throw new IllegalArgumentException("starting cash must be positive: " + startingCash);
        }
        Objects.requireNonNull(cashRate, "cashRate");
        Objects.requireNonNull(execution, "execution");
    }

    public static ReplaySettings defaults() {
        return DEFAULTS;
    }

    public ReplaySettings withExecution(ExecutionSettings replacement) {
        return new ReplaySettings(startingCash, cashRate, replacement);
    }
}
