package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.significance.EffectiveTrials;
import io.argus.evaluation.significance.MaximumOfNormals;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.Trial;
import io.argus.research.ranking.TrialCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everything that was tried over the cycle's span, now and before, and what the best of it would show by luck. */
final class TrialPopulation {

    private final int inCycle;
    private final int all;
    private final Optional<LocalDate> since;
    private final OptionalDouble effective;
    private final double variance;

    private TrialPopulation(
            int inCycle, int all, Optional<LocalDate> since, OptionalDouble effective, double variance) {
        this.inCycle = inCycle;
        this.all = all;
        this.since = since;
        this.effective = effective;
        this.variance = variance;
    }

    static TrialPopulation of(List<Experiment> runs, List<JudgedSeries> judged, SharedRows shared, List<Trial> ledger) {
        Map<String, OptionalDouble> sharpe = new LinkedHashMap<>();
        List<Trial> overlapping = overlapping(runs, ledger);
        overlapping.forEach(trial -> sharpe.put(trial.key(), trial.sharpePerPeriod()));
        Map<String, OptionalDouble> cycle = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            cycle.put(runs.get(i).trialKey(), judged.get(i).sharpe());
        }
        sharpe.putAll(cycle);
        return new TrialPopulation(
                cycle.size(),
                sharpe.size(),
                overlapping.stream().map(Trial::from).min(LocalDate::compareTo),
                effective(judged, shared),
                sampleVariance(sharpe.values()));
    }

    /** The lines of the ledger that this cycle adds. */
    static List<Trial> trials(List<Experiment> runs, List<JudgedSeries> judged) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Experiment run = runs.get(i);
            OptionalDouble sharpe = judged.get(i).sharpe();
            run.result()
                    .dailyReturns()
                    .filter(daily -> daily.size() > 0)
                    .ifPresent(daily -> trials.add(new Trial(
                            run.manifest().runId(),
                            run.manifest().strategyClass(),
                            run.manifest().parameters().toString(),
                            List.copyOf(run.result().instruments().keySet()),
                            daily.dates().get(0),
                            daily.dates().get(daily.size() - 1),
                            daily.size(),
                            sharpe)));
        }
        return trials;
    }

    int all() {
        return all;
    }

    OptionalDouble effective() {
        return effective;
    }

    double variance() {
        return variance;
    }

    /** Expected maximum Sharpe ratio of that many trials without any edge; 0 for a single one. */
    double threshold(double trials) {
        return trials <= 1 ? 0 : Math.sqrt(variance) * MaximumOfNormals.expectation(trials);
    }

    TrialCount count() {
        return new TrialCount(inCycle, all, since, effective);
    }

    private static List<Trial> overlapping(List<Experiment> runs, List<Trial> ledger) {
        Optional<LocalDate> first = dates(runs).stream().min(LocalDate::compareTo);
        Optional<LocalDate> last = dates(runs).stream().max(LocalDate::compareTo);
        return first.isEmpty() || last.isEmpty()
                ? List.of()
                : ledger.stream()
                        .filter(trial -> trial.overlaps(first.get(), last.get()))
                        .toList();
    }

    private static List<LocalDate> dates(List<Experiment> runs) {
        List<LocalDate> ends = new ArrayList<>();
        for (Experiment run : runs) {
            Optional<DailyReturns> daily = run.result().dailyReturns();
            if (daily.isPresent() && daily.get().size() > 0) {
                ends.add(daily.get().dates().get(0));
                ends.add(daily.get().dates().get(daily.get().size() - 1));
            }
        }
        return ends;
    }

    /**
     * Clusters of the trials that share rows; a trial that covers too little of them counts as one of its own. Known only
     * where every trial with a Sharpe ratio has returns.
     */
    private static OptionalDouble effective(List<JudgedSeries> judged, SharedRows shared) {
        boolean complete = judged.stream().allMatch(each -> each.differences().isPresent() || each.unjudgeable());
        return complete && shared.dates().size() > 1
                ? OptionalDouble.of(EffectiveTrials.count(shared.returns())
                        + (double) shared.partial().size())
                : OptionalDouble.empty();
    }

    private static double sampleVariance(Collection<OptionalDouble> sharpe) {
        double[] values = sharpe.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        if (values.length < 2) {
            return 0;
        }
        double deviation = Moments.of(values).standardDeviation();
        return deviation * deviation;
    }
}
