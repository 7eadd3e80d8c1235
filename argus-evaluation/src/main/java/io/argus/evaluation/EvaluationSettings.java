package io.argus.evaluation;

import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.scoring.CompositeScore;
import io.argus.evaluation.significance.Benchmark;
import io.argus.evaluation.significance.SharpeInference;
import io.argus.research.ranking.ScoreComponent;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How runs are judged.
 *
 * @param effectiveTrials whether the gate deflates by the effective number of trials instead of all of them
 * @param periodsPerYear of artifacts that do not tell
 * @param observations of artifacts that do not tell
 */
public record EvaluationSettings(
        Map<ScoreComponent, Double> weights,
        KillThresholds thresholds,
        Benchmark benchmark,
        boolean effectiveTrials,
        SharpeInference inference,
        OptionalInt periodsPerYear,
        OptionalInt observations) {

    private static final EvaluationSettings DEFAULTS = new EvaluationSettings(
            CompositeScore.defaultWeights(),
            KillThresholds.defaults(),
            Benchmark.BETA_ADJUSTED,
            false,
            SharpeInference.CLASSIC_2012,
            OptionalInt.empty(),
            OptionalInt.empty());

    public EvaluationSettings {
        Map<ScoreComponent, Double> all = CompositeScore.defaultWeights();
        all.putAll(weights);
        weights = Collections.unmodifiableMap(all);
        Objects.requireNonNull(thresholds, "thresholds");
        Objects.requireNonNull(benchmark, "benchmark");
        Objects.requireNonNull(inference, "inference");
    }

    public static EvaluationSettings defaults() {
        return DEFAULTS;
    }
}
