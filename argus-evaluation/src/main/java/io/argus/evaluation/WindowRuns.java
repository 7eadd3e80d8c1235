package io.argus.evaluation;

import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.WalkForwardSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which artifacts are windows of a run: other programs write one for each, Argus keeps them inside the run's own. */
final class WindowRuns {

    private final Map<String, List<EvaluatedRun>> byTrial;

    private WindowRuns(Map<String, List<EvaluatedRun>> byTrial) {
        this.byTrial = byTrial;
    }

    /**
     * Of other programs' runs without windows of their own; where some are tagged as windows, the others are whole and no
     * windows. Argus slices a run's own days: two of its runs, on other data say, are no windows of each other.
     */
    static WindowRuns of(List<EvaluatedRun> runs) {
        Map<String, List<EvaluatedRun>> byTrial = runs.stream()
                .filter(run -> run.experiment().stress().windows().isEmpty())
                .filter(run -> isForeign(run.experiment()))
                .collect(Collectors.groupingBy(run -> run.experiment().trialKey()));
        byTrial.replaceAll((trial, group) -> group.stream().anyMatch(WindowRuns::isTagged)
                ? group.stream().filter(WindowRuns::isTagged).toList()
                : group);
        return new WindowRuns(byTrial);
    }

    /** Slices of the run's own days, or, of another program, the artifacts that share its class and parameters. */
    double[] pnl(Experiment run) {
        List<StressResult.Window> own = run.stress().windows();
        if (!own.isEmpty()) {
            return own.stream().mapToDouble(StressResult.Window::pnl).toArray();
        }
        List<EvaluatedRun> windows = isForeign(run) ? byTrial.getOrDefault(run.trialKey(), List.of()) : List.of();
        return windows.stream()
                .mapToDouble(window -> StrategyEvaluator.totalPnl(window.experiment()))
                .toArray();
    }

    /** A window is a part of its run where the run itself is there; alone it is judged like any run. */
    static List<EvaluatedRun> without(List<EvaluatedRun> runs) {
        Set<String> whole = new HashSet<>();
        runs.stream()
                .filter(run -> !isTagged(run))
                .forEach(run -> whole.add(run.experiment().trialKey()));
        return runs.stream()
                .filter(run ->
                        !isTagged(run) || !whole.contains(run.experiment().trialKey()))
                .toList();
    }

    /** Argus alone tells market states jointly. */
    private static boolean isForeign(Experiment run) {
        return run.result().jointRegimes().isEmpty();
    }

    private static boolean isTagged(EvaluatedRun run) {
        return run.experiment().result().tag().startsWith(WalkForwardSpec.TAG);
    }
}
