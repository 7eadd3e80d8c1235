package io.argus.evaluation;

import io.argus.evaluation.significance.ProbabilisticSharpe;
import io.argus.research.ranking.DeflatedSharpe;
import java.util.OptionalDouble;

/** A run's Sharpe ratio against the best of its population by luck. */
final class Deflation {

    private static final double CONFIDENCE_MISSED = 0.05;

    private Deflation() {}

    static DeflatedSharpe of(JudgedSeries judged, TrialPopulation population, EvaluationSettings settings) {
        int trials = population.all();
        OptionalDouble effective = population.effective();
        double gating = settings.effectiveTrials() ? Math.max(1, effective.orElse(trials)) : trials;
        double threshold = population.threshold(gating);
        OptionalDouble value = OptionalDouble.empty();
        OptionalDouble effectiveValue = OptionalDouble.empty();
        OptionalDouble certainty = OptionalDouble.empty();
        OptionalDouble trackRecord = OptionalDouble.empty();
        String note = judged.problem().isEmpty() ? judged.note() : judged.problem();
        if (judged.sharpe().isPresent()) {
            double sharpe = judged.sharpe().getAsDouble();
            int count = judged.observations();
            value = form(judged, settings, gating).probability(sharpe, threshold, count);
            certainty = form(judged, settings, 1).probability(sharpe, 0, count);
            trackRecord = form(judged, settings, 1).minimumTrackRecord(sharpe, 0, CONFIDENCE_MISSED);
            if (effective.isPresent()) {
                double clusters = Math.max(1, effective.getAsDouble());
                effectiveValue =
                        form(judged, settings, clusters).probability(sharpe, population.threshold(clusters), count);
            }
            if (value.isEmpty()) {
                note = "the moments leave no positive variance of the Sharpe ratio";
            }
        }
        return new DeflatedSharpe(
                value,
                judged.sharpe(),
                OptionalDouble.of(threshold),
                OptionalDouble.of(population.variance()),
                trials,
                effective,
                effectiveValue,
                certainty,
                trackRecord,
                judged.observations(),
                OptionalDouble.of(judged.skewness()),
                OptionalDouble.of(judged.kurtosis()),
                settings.benchmark().key(),
                settings.inference().key(),
                note);
    }

    private static ProbabilisticSharpe form(JudgedSeries judged, EvaluationSettings settings, double trials) {
        int count = (int) Math.rint(trials);
        return ProbabilisticSharpe.of(
                settings.inference(), judged.skewness(), judged.kurtosis(), judged.autocorrelation(), count);
    }
}
