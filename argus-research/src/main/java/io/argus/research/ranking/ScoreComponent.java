package io.argus.research.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the composite score, each from 0 to 1, with the weight it has unless configured otherwise. */
public enum ScoreComponent {
    RETURN_NORM(0.25),
    SHARPE_NORM(0.30),
    DRAWDOWN_PENALTY(-0.15),
    REJECT_PENALTY(-0.10),
    ROBUSTNESS_PENALTY(-0.10),
    REGIME_DEPENDENCY_PENALTY(-0.05),
    REGIME_SENSITIVITY(0.05),
    WALK_FORWARD_PENALTY(-0.05);

    private final double defaultWeight;

    ScoreComponent(double defaultWeight) {
        this.defaultWeight = defaultWeight;
    }

    public double defaultWeight() {
        return defaultWeight;
    }

    /** The name in files: {@code return_norm}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ScoreComponent> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
