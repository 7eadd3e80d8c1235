package io.argus.research.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a run may not be funded. */
public enum KillReason {
    /** Total results of the runs of its class vary too much. */
    ROBUSTNESS_PENALTY,
    /** Its windows do not agree on the sign of the result. */
    WALK_FORWARD_PENALTY,
    /** One market state earned nearly all of it. */
    REGIME_DEPENDENCY_PENALTY,
    /** Its composite score lies below the least one wanted. */
    COMPOSITE_SCORE_MIN,
    /** The median resampled path returns too little. */
    MC_MEDIAN_RETURN_MIN,
    /** One resampled path in twenty falls too far. */
    MC_P95_DRAWDOWN_MAX,
    /** Too many resampled paths are ruined. */
    MC_RUIN_PROB_MAX,
    /** Too few resampled paths end in profit. */
    MC_FRACTION_POSITIVE_MIN,
    /** Its Sharpe ratio is not distinguishable from the best of that many tries. */
    DSR_BELOW_THRESHOLD,
    /** The best run of its class in one half of the data is too often a poor one in the other. */
    PBO_ABOVE_THRESHOLD,
    /** The best of all runs is not distinguishable from the benchmark. */
    REALITY_CHECK_FAILED,
    /** Step-down testing did not select it. */
    STEPM_NOT_SELECTED,
    /** Half as much cost again takes its edge. */
    SLIPPAGE_SENSITIVITY,
    /** Too few daily returns to judge. */
    INSUFFICIENT_OBSERVATIONS,
    /** Too few closed trades to judge. */
    INSUFFICIENT_TRADES,
    /** A figure that is needed cannot be computed, such as the Sharpe ratio of returns that never vary. */
    NOT_COMPUTABLE,
    /**
     * Not to be compared with the others, whatever it earned: filled from prices that its decisions had seen, covers only a
     * part of the span, leaves allocation to the walk-forward of its class, or ran on a synthetic market.
     */
    NOT_ELIGIBLE,
    /** Its equity reached zero. */
    RUINED;

    /** The name in files: {@code dsr_below_threshold}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KillReason> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
