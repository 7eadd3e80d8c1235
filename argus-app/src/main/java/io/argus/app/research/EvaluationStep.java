package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.evaluation.EvaluatedRun;
import io.argus.evaluation.EvaluationSettings;
import io.argus.evaluation.StrategyEvaluator;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.research.experiment.Trial;
import io.argus.research.port.ExperimentStore;
import io.argus.research.port.TrialLedger;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges a set of runs together, and remembers that they were tried. */
public final class EvaluationStep {

    private final TrialLedger ledger;
    private final Workers workers;
    private final Terminal terminal;

    public EvaluationStep(TrialLedger ledger, Workers workers, Terminal terminal) {
        this.ledger = ledger;
        this.workers = workers;
        this.terminal = terminal;
    }

    /**
     * What to judge.
     *
     * @param base folder that the artifacts' places are told relative to: that of the rankings file
     * @param ledger the memory of all trials; empty for none
     */
    public record Request(
            List<ExperimentStore.Stored> runs, EvaluationSettings settings, Path base, Optional<Path> ledger) {

        public Request {
            runs = List.copyOf(runs);
        }
    }

    public Ranking evaluate(Request request) {
        StrategyEvaluator evaluator = new StrategyEvaluator(request.settings(), new WorkSplit(workers, workers.size()));
        List<EvaluatedRun> runs = request.runs().stream()
                .map(stored ->
                        new EvaluatedRun(relative(request.base(), stored.file()), stored.hash(), stored.experiment()))
                .toList();
        List<Trial> remembered = request.ledger().map(ledger::load).orElse(List.of());
        Ranking ranking = evaluator.evaluate(runs, remembered);
        request.ledger().ifPresent(file -> remember(file, remembered, evaluator.trialsOf(runs)));
        ranking.notes().forEach(terminal::warn);
        return ranking;
    }

    /** A trial tried again on the same inputs is no news. */
    private void remember(Path file, List<Trial> remembered, List<Trial> tried) {
        Set<Trial> known = new HashSet<>(remembered);
        List<Trial> news =
                tried.stream().filter(trial -> !known.contains(trial)).toList();
        if (!news.isEmpty()) {
            ledger.append(file, news);
        }
    }

    private static String relative(Path base, Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        boolean sameRoot = from.getRoot() != null && from.getRoot().equals(to.getRoot());
        return (sameRoot ? from.relativize(to) : to).toString().replace('\\', '/');
    }
}
