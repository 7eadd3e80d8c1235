package io.argus.evaluation;

import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.significance.BacktestOverfitting;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.research.experiment.Experiment;
import io.argus.research.ranking.SetSignificance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tests that look at all runs of a set together, and what they mean for each of them. */
final class SetTests {

    private final List<Experiment> runs;
    private final SharedRows rows;
    private final Finding<DataSnooping> snooping;
    private final SortedMap<String, Finding<BacktestOverfitting>> byClass = new TreeMap<>();
    private final Finding<BacktestOverfitting> overall;

    private final Set<String> walkedForward = new HashSet<>();

    private SetTests(List<Experiment> runs, SharedRows rows, KillThresholds thresholds, WorkSplit split) {
        this.runs = List.copyOf(runs);
        this.rows = rows;
        runs.stream()
                .filter(Experiment::isWalkForward)
                .forEach(run -> walkedForward.add(run.manifest().strategyClass()));
        DataSnooping.Settings usual = DataSnooping.Settings.defaults();
        double alpha = thresholds.find(KillThresholds.STEPM_ALPHA).orElse(usual.alpha());
        snooping = DataSnooping.of(
                rows.returns(),
                new DataSnooping.Settings(usual.draws(), usual.blockLength(), usual.seed(), alpha),
                split);
        overall = BacktestOverfitting.of(rows.returns(), BacktestOverfitting.USUAL_BLOCKS, split);
        Map<String, List<double[]>> returns = new HashMap<>();
        for (int i = 0; i < rows.kept().size(); i++) {
            returns.computeIfAbsent(className(rows.kept().get(i)), name -> new ArrayList<>())
                    .add(rows.returns().get(i));
        }
        // One class is the whole set: nothing is halved twice.
        returns.forEach((name, columns) -> byClass.put(
                name,
                returns.size() == 1
                        ? overall
                        : BacktestOverfitting.of(columns, BacktestOverfitting.USUAL_BLOCKS, split)));
    }

    static SetTests of(List<Experiment> runs, SharedRows rows, KillThresholds thresholds, WorkSplit split) {
        return new SetTests(runs, rows, thresholds, split);
    }

    /** The probability of overfitting of a run's class, where there are enough runs for it to decide. */
    OptionalDouble decidingOverfitting(int run) {
        Finding<BacktestOverfitting> found = byClass.get(className(run));
        return found != null && found.isPresent() && found.get().trials() >= BacktestOverfitting.FEWEST_TRIALS_TO_GATE
                ? OptionalDouble.of(found.get().probability())
                : OptionalDouble.empty();
    }

    /** SPA's consistent p-value of the set. */
    OptionalDouble superiorAbility() {
        return snooping.isPresent()
                ? OptionalDouble.of(snooping.get().superiorAbility().pConsistent())
                : OptionalDouble.empty();
    }

    boolean selected(int run) {
        int position = rows.kept().indexOf(run);
        return position >= 0
                && snooping.isPresent()
                && snooping.get().stepDown().value().stream()
                        .anyMatch(stepDown -> stepDown.selected().contains(position));
    }

    /** Why a run covers too little of the span to be compared. */
    Optional<String> partial(int run) {
        return Optional.ofNullable(rows.partial().get(run));
    }

    /**
     * Why a run leaves allocation to the walk-forward of its class: chosen with all days known, it would be forecast from
     * days that it was chosen for.
     */
    Optional<String> walkedForward(int run) {
        Experiment experiment = runs.get(run);
        if (experiment.isWalkForward()) {
            return Optional.empty();
        }
        if (walkedForward.contains(className(run))) {
            return Optional.of("the walk-forward of its class stands for it");
        }
        return experiment.stress().windows().isEmpty()
                ? Optional.empty()
                : Optional.of("a walk-forward was asked for, and that of its class is missing");
    }

    SetSignificance significance() {
        SortedMap<String, SetSignificance.Overfitting> classes = new TreeMap<>();
        byClass.forEach((name, found) -> classes.put(name, overfitting(found, classSize(name))));
        return new SetSignificance(
                rows.dates().size(),
                overfitting(overall, rows.kept().size()),
                classes,
                snooping.isPresent()
                        ? new SetSignificance.BootstrapTests(Optional.of(figures(snooping.get())), "")
                        : new SetSignificance.BootstrapTests(Optional.empty(), snooping.reason()),
                leftOut());
    }

    private SetSignificance.Figures figures(DataSnooping found) {
        return new SetSignificance.Figures(
                found.realityCheck().pValue(),
                found.superiorAbility().statistic(),
                found.superiorAbility().pLower(),
                found.superiorAbility().pConsistent(),
                found.superiorAbility().pUpper(),
                found.blockLength(),
                found.draws(),
                found.stepDown().map(DataSnooping.StepDown::alpha).value().orElse(0.0),
                found.stepDown()
                        .map(stepDown -> stepDown.selected().stream()
                                .map(at -> name(rows.kept().get(at)))
                                .toList())
                        .value());
    }

    private List<String> leftOut() {
        List<String> left = new ArrayList<>();
        rows.partial().forEach((run, reason) -> left.add(name(run) + ": " + reason));
        rows.withoutReturns().forEach((run, reason) -> left.add(name(run) + ": " + reason));
        snooping.value()
                .ifPresent(found -> found.leftOut()
                        .forEach(at -> left.add(name(rows.kept().get(at)) + ": does not vary over the shared rows")));
        return left;
    }

    private static SetSignificance.Overfitting overfitting(Finding<BacktestOverfitting> found, int trials) {
        return new SetSignificance.Overfitting(
                found.isPresent() ? OptionalDouble.of(found.get().probability()) : OptionalDouble.empty(),
                trials,
                found.reason());
    }

    private int classSize(String name) {
        return (int)
                rows.kept().stream().filter(run -> className(run).equals(name)).count();
    }

    private String className(int run) {
        return runs.get(run).manifest().strategyClass();
    }

    private String name(int run) {
        return runs.get(run).result().strategyId() + " "
                + runs.get(run).manifest().runId();
    }
}
