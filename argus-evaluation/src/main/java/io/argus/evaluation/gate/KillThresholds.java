package io.argus.evaluation.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thresholds by their names in the configuration. A gate without a threshold does not judge. Immutable. */
public final class KillThresholds {

    public static final String ROBUSTNESS_PENALTY = "robustness_penalty";
    public static final String WALK_FORWARD_PENALTY = "walk_forward_penalty";
    public static final String REGIME_DEPENDENCY_PENALTY = "regime_dependency_penalty";
    public static final String COMPOSITE_SCORE_MIN = "composite_score_min";
    public static final String DSR_MIN = "dsr_min";
    public static final String PBO_MAX = "pbo_max";
    public static final String SPA_P_MAX = "spa_p_max";
    public static final String STEPM_ALPHA = "stepm_alpha";
    public static final String MIN_OBSERVATIONS = "min_observations";
    public static final String MIN_TRADES = "min_trades";
    public static final String MC_MEDIAN_RETURN_MIN = "mc_median_return_min";
    public static final String MC_P95_DRAWDOWN_MAX = "mc_p95_drawdown_max";
    public static final String MC_RUIN_PROB_MAX = "mc_ruin_prob_max";
    public static final String MC_FRACTION_POSITIVE_MIN = "mc_fraction_positive_min";
    public static final String SLIPPAGE_SHARPE_MIN = "slippage_sharpe_min_at_1_5x";

    private static final List<String> KNOWN = List.of(
            ROBUSTNESS_PENALTY,
            WALK_FORWARD_PENALTY,
            REGIME_DEPENDENCY_PENALTY,
            COMPOSITE_SCORE_MIN,
            DSR_MIN,
            PBO_MAX,
            SPA_P_MAX,
            STEPM_ALPHA,
            MIN_OBSERVATIONS,
            MIN_TRADES,
            MC_MEDIAN_RETURN_MIN,
            MC_P95_DRAWDOWN_MAX,
            MC_RUIN_PROB_MAX,
            MC_FRACTION_POSITIVE_MIN,
            SLIPPAGE_SHARPE_MIN);

    /** Those that kill what lies above them. */
    private static final Set<String> UPPER_BOUNDS = Set.of(
            ROBUSTNESS_PENALTY,
            WALK_FORWARD_PENALTY,
            REGIME_DEPENDENCY_PENALTY,
            PBO_MAX,
            SPA_P_MAX,
            STEPM_ALPHA,
            MC_P95_DRAWDOWN_MAX,
            MC_RUIN_PROB_MAX);

    /** Those that are shares. */
    private static final Set<String> SHARES =
            Set.of(PBO_MAX, SPA_P_MAX, MC_P95_DRAWDOWN_MAX, MC_RUIN_PROB_MAX, MC_FRACTION_POSITIVE_MIN);

    private static final KillThresholds DEFAULTS =
            new KillThresholds(Map.of(DSR_MIN, 0.95, SPA_P_MAX, 0.05, MIN_OBSERVATIONS, 250.0, MIN_TRADES, 30.0));

    private final SortedMap<String, Double> values;

    private KillThresholds(Map<String, Double> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** A deflated Sharpe ratio of 0.95, a p-value of SPA of 0.05, 250 daily returns, 30 trades. */
    public static KillThresholds defaults() {
        return DEFAULTS;
    }

    /** The names there are. */
    public static List<String> known() {
        return KNOWN;
    }

    /** Whether the threshold of that name is a share, from 0 to 1. */
    public static boolean isShare(String name) {
        return SHARES.contains(name);
    }

    /**
     * Exactly these gates and no others.
     *
     * @throws IllegalArgumentException when a name is unknown, or a value is no number or out of its range
     */
    public static KillThresholds of(Map<String, Double> values) {
        values.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("no kill threshold " + name + "; there are " + KNOWN);
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be a number: " + value);
            }
            if (SHARES.contains(name) && !(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException(name + " is a share from 0 to 1: " + value);
            }
            if (name.equals(STEPM_ALPHA) && !(value > 0 && value <= 0.5)) {
                throw new IllegalArgumentException(name + " is an error rate above 0 and at most 0.5: " + value);
            }
        });
        return new KillThresholds(values);
    }

    public OptionalDouble find(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public SortedMap<String, Double> asMap() {
        return values;
    }

    /** The gates that let through what the shipped ones would not. */
    public List<String> laxerThanShipped() {
        List<String> laxer = new ArrayList<>();
        DEFAULTS.values.forEach((name, shipped) -> {
            Double mine = values.get(name);
            boolean laxerValue = mine != null && (UPPER_BOUNDS.contains(name) ? mine > shipped : mine < shipped);
            if (mine == null || laxerValue) {
                laxer.add(name);
            }
        });
        return laxer;
    }
}
