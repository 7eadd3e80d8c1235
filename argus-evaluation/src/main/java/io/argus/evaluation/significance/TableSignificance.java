package io.argus.evaluation.significance;

import io.argus.domain.returns.ReturnTable;
import io.argus.evaluation.metric.Autocorrelation;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.resampling.BlockLength;
import io.argus.evaluation.resampling.WorkSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything that can be said about luck in a table of trials: each trial's Sharpe ratio against the best of so many, and
 * the tests on the set. Figures are per period.
 *
 * @param trialCount that Sharpe ratios are deflated by
 * @param effective estimates of how many different ones there were
 * @param sharpeVariance of the trials' Sharpe ratios, of the sample; empty with fewer than two
 * @param threshold expected maximum Sharpe ratio if no trial had an edge
 * @param best position of the trial with the highest Sharpe ratio, the earliest of equals; empty when no trial varies
 * @param trials in the order of the table
 * @param automaticLength means of the automatic block lengths of the trials that vary
 */
public record TableSignificance(
        int observations,
        int trialCount,
        EffectiveTrials effective,
        OptionalDouble sharpeVariance,
        Finding<Double> threshold,
        Settings settings,
        OptionalInt best,
        List<TrialFigures> trials,
        Finding<BacktestOverfitting> overfitting,
        Finding<DataSnooping> snooping,
        BlockLength automaticLength) {

    public TableSignificance {
        trials = List.copyOf(trials);
    }

    /**
     * What is said about one trial; whatever cannot be computed is empty.
     *
     * @param kurtosis raw
     * @param probabilistic probability that the true Sharpe ratio is above zero
     * @param deflated probability that it is above the threshold
     * @param deflatedByEffective the same, if only the clusters of similar trials counted
     * @param minimumTrackRecord observations after which a Sharpe ratio like this is above zero, at the error rate asked
     * @param problem why something is empty; empty where nothing is
     */
    public record TrialFigures(
            String name,
            OptionalDouble sharpe,
            OptionalDouble skewness,
            OptionalDouble kurtosis,
            OptionalDouble probabilistic,
            OptionalDouble deflated,
            OptionalDouble deflatedByEffective,
            OptionalDouble minimumTrackRecord,
            String problem) {}

    /**
     * How to judge.
     *
     * @param snooping draws, block length, seed and error rate
     * @param blocks of the split for overfitting
     * @param trials that were really made; empty for those in the table
     */
    public record Settings(DataSnooping.Settings snooping, int blocks, SharpeInference inference, OptionalInt trials) {

        public Settings {
            Objects.requireNonNull(snooping, "snooping");
            Objects.requireNonNull(inference, "inference");
            if (trials.isPresent() && trials.getAsInt() < 1) {
                throw new IllegalArgumentException("at least one trial: " + trials.getAsInt());
            }
        }

        public static Settings defaults() {
            return new Settings(
                    DataSnooping.Settings.defaults(),
                    BacktestOverfitting.USUAL_BLOCKS,
                    SharpeInference.CLASSIC_2012,
                    OptionalInt.empty());
        }
    }

    public static TableSignificance of(ReturnTable table, Settings settings, WorkSplit split) {
        List<double[]> returns = table.columns();
        List<double[]> varying = DataSnooping.varying(returns);
        EffectiveTrials effective = EffectiveTrials.of(returns);
        OptionalDouble variance = variance(varying);
        int count = settings.trials().orElse(table.trials());
        Finding<Double> threshold = threshold(count, variance);
        int clusters = Math.max(1, effective.clusters());
        Finding<Double> effectiveThreshold = threshold(clusters, variance);
        List<TrialFigures> trials = new ArrayList<>();
        for (int i = 0; i < returns.size(); i++) {
            trials.add(new Judge(settings, table.names().get(i), returns.get(i))
                    .figures(threshold, count, effectiveThreshold, clusters));
        }
        return new TableSignificance(
                table.rows(),
                count,
                effective,
                variance,
                threshold,
                settings,
                best(trials),
                trials,
                BacktestOverfitting.of(returns, settings.blocks(), split),
                DataSnooping.of(returns, settings.snooping(), split),
                BlockLength.mean(varying));
    }

    /** The best trial, where there is one. */
    public Optional<TrialFigures> bestTrial() {
        return best.isPresent() ? Optional.of(trials.get(best.getAsInt())) : Optional.empty();
    }

    /** The trials that step-down testing selects. */
    public Finding<DataSnooping.StepDown> stepDown() {
        return snooping.isPresent() ? snooping.get().stepDown() : Finding.none(snooping.reason());
    }

    private static OptionalInt best(List<TrialFigures> trials) {
        OptionalInt best = OptionalInt.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < trials.size(); i++) {
            OptionalDouble sharpe = trials.get(i).sharpe();
            if (sharpe.isPresent() && sharpe.getAsDouble() > highest) {
                highest = sharpe.getAsDouble();
                best = OptionalInt.of(i);
            }
        }
        return best;
    }

    private static OptionalDouble variance(List<double[]> varying) {
        if (varying.size() < 2) {
            return OptionalDouble.empty();
        }
        double deviation = Moments.of(varying.stream()
                        .map(Moments::of)
                        .mapToDouble(moments -> moments.mean() / moments.standardDeviation())
                        .toArray())
                .standardDeviation();
        return OptionalDouble.of(deviation * deviation);
    }

    private static Finding<Double> threshold(int count, OptionalDouble variance) {
        if (count == 1) {
            return Finding.of(0.0);
        }
        return variance.isPresent()
                ? Finding.of(Math.sqrt(variance.getAsDouble()) * MaximumOfNormals.expectation(count))
                : Finding.none("the variance of Sharpe ratios needs at least two trials that vary");
    }

    /** Judges one trial. */
    private record Judge(Settings settings, String name, double[] returns) {

        TrialFigures figures(Finding<Double> threshold, int count, Finding<Double> effectiveThreshold, int clusters) {
            if (!EffectiveTrials.varies(returns)) {
                OptionalDouble none = OptionalDouble.empty();
                return new TrialFigures(
                        name,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        returns.length < 2 ? "one observation has no Sharpe ratio" : "the returns do not vary");
            }
            Moments moments = Moments.of(returns);
            double sharpe = moments.mean() / moments.standardDeviation();
            OptionalDouble probabilistic = form(moments, 1).probability(sharpe, 0, returns.length);
            String problem = threshold.reason();
            if (probabilistic.isEmpty()) {
                problem = "the moments leave no positive variance of the Sharpe ratio";
            } else if (sharpe <= 0) {
                problem = "no track record is long enough for a Sharpe ratio that is not above zero";
            }
            return new TrialFigures(
                    name,
                    OptionalDouble.of(sharpe),
                    OptionalDouble.of(moments.skewness()),
                    OptionalDouble.of(moments.kurtosis()),
                    probabilistic,
                    deflated(moments, sharpe, threshold, count),
                    deflated(moments, sharpe, effectiveThreshold, clusters),
                    form(moments, 1)
                            .minimumTrackRecord(sharpe, 0, settings.snooping().alpha()),
                    problem);
        }

        private OptionalDouble deflated(Moments moments, double sharpe, Finding<Double> threshold, int count) {
            return threshold.isPresent()
                    ? form(moments, count).probability(sharpe, threshold.get(), returns.length)
                    : OptionalDouble.empty();
        }

        private ProbabilisticSharpe form(Moments moments, int count) {
            return ProbabilisticSharpe.of(
                    settings.inference(),
                    moments.skewness(),
                    moments.kurtosis(),
                    Autocorrelation.first(returns),
                    count);
        }
    }
}
