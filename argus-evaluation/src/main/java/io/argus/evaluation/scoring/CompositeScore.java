package io.argus.evaluation.scoring;

import io.argus.research.ranking.ScoreComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A run's score and its parts.
 *
 * @param value weighted sum of the parts, rounded half-even to 6 decimals
 * @param components rounded half-even to 4 decimals; the sum is taken before
 */
public record CompositeScore(double value, Map<ScoreComponent, Double> components) {

    public CompositeScore {
        components = Collections.unmodifiableMap(new EnumMap<>(components));
    }

    /**
     * What a run brings.
     *
     * @param sharpeAnnualized empty when not computable
     * @param robustnessPenalty of its class
     */
    public record Input(
            double totalReturnPercent,
            OptionalDouble sharpeAnnualized,
            double maxDrawdownPercent,
            double fillRate,
            double robustnessPenalty,
            double regimeDependencyPenalty,
            double regimeSensitivity,
            double walkForwardPenalty) {}

    /** Scores a set together: return and Sharpe ratio are normalised over it. */
    public static List<CompositeScore> of(List<Input> runs, Map<ScoreComponent, Double> weights) {
        Normalization returns = Normalization.over(runs.stream()
                .map(run -> OptionalDouble.of(run.totalReturnPercent()))
                .toList());
        Normalization sharpe =
                Normalization.over(runs.stream().map(Input::sharpeAnnualized).toList());
        List<CompositeScore> scores = new ArrayList<>();
        for (Input run : runs) {
            Map<ScoreComponent, Double> parts = new EnumMap<>(ScoreComponent.class);
            parts.put(ScoreComponent.RETURN_NORM, returns.apply(OptionalDouble.of(run.totalReturnPercent())));
            parts.put(ScoreComponent.SHARPE_NORM, sharpe.apply(run.sharpeAnnualized()));
            parts.put(ScoreComponent.DRAWDOWN_PENALTY, Penalties.drawdown(run.maxDrawdownPercent()));
            parts.put(ScoreComponent.REJECT_PENALTY, Penalties.reject(run.fillRate()));
            parts.put(ScoreComponent.ROBUSTNESS_PENALTY, run.robustnessPenalty());
            parts.put(ScoreComponent.REGIME_DEPENDENCY_PENALTY, run.regimeDependencyPenalty());
            parts.put(ScoreComponent.REGIME_SENSITIVITY, run.regimeSensitivity());
            parts.put(ScoreComponent.WALK_FORWARD_PENALTY, run.walkForwardPenalty());
            scores.add(weighted(parts, weights));
        }
        return scores;
    }

    /** The weights that stand unless configured otherwise. */
    public static Map<ScoreComponent, Double> defaultWeights() {
        Map<ScoreComponent, Double> weights = new EnumMap<>(ScoreComponent.class);
        for (ScoreComponent component : ScoreComponent.values()) {
            weights.put(component, component.defaultWeight());
        }
        return weights;
    }

    private static CompositeScore weighted(Map<ScoreComponent, Double> parts, Map<ScoreComponent, Double> weights) {
        double sum = 0;
        Map<ScoreComponent, Double> shown = new EnumMap<>(ScoreComponent.class);
        for (Map.Entry<ScoreComponent, Double> part : parts.entrySet()) {
            Double weight = weights.get(part.getKey());
            sum += (weight == null ? part.getKey().defaultWeight() : weight) * part.getValue();
            shown.put(part.getKey(), rounded(part.getValue(), 4));
        }
        return new CompositeScore(rounded(sum, 6), shown);
    }

    private static double rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue()
                + 0.0;
    }
}
