package io.argus.evaluation.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Thresholds by their names in the configuration. A gate without a threshold does not judge. Immutable. */
public final class KillThresholds {

    public static final String ROBUSTNESS_PENALTY = "robustness_penalty";
    public static final String WALK_FORWARD_PENALTY = "walk_forward_penalty";
    public static final String REGIME_DEPENDENCY_PENALTY = "regime_dependency_penalty";
    public static final String COMPOSITE_SCORE_MIN = "composite_score_min";
    public static final String DSR_MIN = "dsr_min";
    public static final String MIN_OBSERVATIONS = "min_observations";
    public static final String MIN_TRADES = "min_trades";

    private static final List<String> KNOWN = List.of(
            ROBUSTNESS_PENALTY,
            WALK_FORWARD_PENALTY,
            REGIME_DEPENDENCY_PENALTY,
            COMPOSITE_SCORE_MIN,
            DSR_MIN,
            MIN_OBSERVATIONS,
            MIN_TRADES);

    private static final KillThresholds DEFAULTS =
            new KillThresholds(Map.of(DSR_MIN, 0.95, MIN_OBSERVATIONS, 250.0, MIN_TRADES, 30.0));

    private final SortedMap<String, Double> values;

    private KillThresholds(Map<String, Double> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** A deflated Sharpe ratio of 0.95, 250 daily returns, 30 trades. */
    public static KillThresholds defaults() {
        return DEFAULTS;
    }

    /** The names there are. */
    public static List<String> known() {
        return KNOWN;
    }

    /**
     * Exactly these gates and no others.
     *
     * @throws IllegalArgumentException when a name is unknown or a value no number
     */
    public static KillThresholds of(Map<String, Double> values) {
        values.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("no kill threshold " + name + "; there are " + KNOWN);
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " must be a number: " + value);
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
            if (mine == null || mine < shipped) {
                laxer.add(name);
            }
        });
        return laxer;
    }
}
