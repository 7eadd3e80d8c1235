package io.argus.app.research;

import io.argus.app.config.AllocationSection;
import io.argus.app.config.EvaluationSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.returns.DailyReturns;
import io.argus.research.port.ExperimentStore;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.registry.Admission;
import io.argus.research.registry.StrategyRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What becomes of a cycle's runs: ranking, killed runs, page, candidates and plan, each written as soon as it is known. */
final class CycleJudgement {

    private final Ports ports;
    private final Workers workers;
    private final Terminal terminal;
    private final ResearchCycle.Display display;
    private final ResearchConfig config;
    private final EvaluationSection evaluation;

    CycleJudgement(
            Ports ports, Workers workers, Terminal terminal, ResearchCycle.Display display, ResearchConfig config) {
        this.ports = ports;
        this.workers = workers;
        this.terminal = terminal;
        this.display = display;
        this.config = config;
        evaluation = config.evaluation();
    }

    /** The runs on the market's own bars, which the ledger remembers. */
    Ranking rank(List<ExperimentStore.Stored> runs, Instant now) {
        Ranking ranking = ranking(runs, Optional.of(evaluation.ledger()));
        Path rankings = ResearchOutputs.rankings(evaluation, day(now));
        ports.rankings().save(rankings, ranking, now);
        terminal.say("    written to " + rankings);
        evaluation.killedOutputPath().ifPresent(file -> ports.rankings().saveKilled(file, ranking, now));
        evaluation.reportOutputPath().ifPresent(page -> new ReportStep(ports).draw(rankings, page));
        return ranking;
    }

    /** Runs on synthetic markets among themselves: they are no trials of a real market, and no ledger remembers them. */
    void rankSynthetic(List<ExperimentStore.Stored> runs, Instant now) {
        if (runs.isEmpty()) {
            return;
        }
        Ranking ranking = ranking(runs, Optional.empty());
        Path rankings = ResearchOutputs.syntheticRankings(evaluation, day(now));
        ports.rankings().save(rankings, ranking, now);
        display.rankedSynthetic(ranking);
        terminal.say("    runs on synthetic markets written to " + rankings);
    }

    private Ranking ranking(List<ExperimentStore.Stored> runs, Optional<Path> ledger) {
        return new EvaluationStep(ports.trials(), workers, terminal)
                .evaluate(new EvaluationStep.Request(
                        runs, evaluation.settings(), evaluation.rankingsOutputDir(), ledger));
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Sizes what was admitted, where that is wanted. */
    void allocate(Ranking ranking, List<ExperimentStore.Stored> runs, Instant now) {
        if (!ResearchPlan.allocates(config)) {
            saveCandidates(new StrategyRegistry(evaluation.admission()).admit(ranking.strategies()), now);
            terminal.say("4/4 no allocation: evaluation.allocation or evaluation.allocations_output_path is null");
            return;
        }
        terminal.say("4/4 allocation");
        AllocationSection sizing = evaluation.allocation().orElseThrow();
        Path to = evaluation.allocationsOutputPath().orElseThrow();
        AllocationStep.Result result = new AllocationStep()
                .allocate(
                        AllocationStep.Request.of(
                                evaluation, sizing, config.loop().interval()),
                        ranking,
                        now,
                        row -> returns(runs, row));
        ports.allocations().save(to, result.plan(), now);
        saveCandidates(result.admission(), now);
        // What stands in the file is shown: the store may refuse a plan and keep an empty one in its place.
        display.allocated(new AllocationStep.Result(ports.allocations().load(to), result.admission()));
        terminal.say("    written to " + to);
    }

    private void saveCandidates(Admission admission, Instant now) {
        evaluation
                .candidateSetOutputPath()
                .ifPresent(file -> ports.allocations().saveCandidates(file, admission, now));
    }

    private static Optional<DailyReturns> returns(List<ExperimentStore.Stored> runs, RankedStrategy row) {
        return runs.stream()
                .map(ExperimentStore.Stored::experiment)
                .filter(run -> run.manifest().runId().equals(row.runId())
                        && run.result().strategyId().equals(row.strategyId()))
                .findFirst()
                .flatMap(run -> run.result().dailyReturns());
    }
}
