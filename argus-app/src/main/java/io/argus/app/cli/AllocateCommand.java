package io.argus.app.cli;

import io.argus.app.config.AllocationSection;
import io.argus.app.config.ConfigFile;
import io.argus.app.config.EvaluationSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.research.AllocationStep;
import io.argus.app.research.Ports;
import io.argus.app.research.RunReturns;
import io.argus.app.research.ToldGates;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import io.argus.domain.returns.ReturnTable;
import io.argus.research.port.RankingStore;
import io.argus.research.port.ReturnTableSource;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus allocate}. */
@Command(
        name = "allocate",
        description = "Turns the survivors of a rankings file, also of another program, into position sizes.",
        footer = {
            "",
            "Example:",
            "  argus allocate --rankings logs/rankings.json --config config/research_loop.example.yaml"
        })
final class AllocateCommand implements Runnable {

    private final Terminal base;
    private final Ports ports;
    private final ReturnTableSource tables;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--rankings", required = true, paramLabel = "F", description = "The rankings.")
    private Path rankings = Path.of("");

    @Option(
            names = "--config",
            required = true,
            paramLabel = "F",
            description = "The configuration, of which the evaluation section is needed alone.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "F",
            description = "Where to write the plan, instead of evaluation.allocations_output_path.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--returns",
            paramLabel = "F.csv",
            description = "Daily returns of the runs, a column each under its run or strategy id, where the artifacts"
                    + " that the rankings refer to are not at hand.")
    private Optional<Path> returns = Optional.empty();

    AllocateCommand(Terminal base, Ports ports, ReturnTableSource tables) {
        this.base = base;
        this.ports = ports;
        this.tables = tables;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        ConfigFile written = ConfigFile.read(file);
        ResearchConfig config = written.checked();
        EvaluationSection evaluation = config.evaluation();
        Optional<AllocationSection> sizing = evaluation.allocation();
        if (sizing.isEmpty()) {
            throw new ConfigException(
                    written.place("evaluation.allocation").toString(),
                    "evaluation.allocation is missing or null, and argus allocate needs it; {} takes the defaults");
        }
        evaluation.warnings().forEach(terminal::warn);
        Optional<Path> to = out.or(evaluation::allocationsOutputPath);
        to.ifPresent(AtomicFiles::requireWritable);
        RankingStore.Stored stored = ports.rankings().load(rankings);
        // Gates that cannot be are told with the file, before there is a plan under them.
        ToldGates.of(rankings, stored.ranking());
        Optional<ReturnTable> table = returns.map(tables::load);
        boolean needsReturns = sizing.get().method().needsReturns()
                || sizing.get().sigmaWindow().isPresent();
        repeated(stored.ranking())
                .forEach(run -> terminal.warn(
                        rankings + ": " + run + " stands in the ranking twice; the highest ranked row counts"));
        Instant now = ports.clock().instant();
        AllocationStep.Result result = new AllocationStep()
                .allocate(
                        AllocationStep.Request.of(
                                        evaluation, sizing.get(), config.loop().interval())
                                .judgedIn(stored.ranking()),
                        stored.ranking(),
                        stored.generatedAt().orElse(now),
                        new RunReturns(ports.experiments(), AtomicFiles.folderOf(rankings), table, needsReturns));
        to.ifPresent(place -> ports.allocations().save(place, result.plan(), now));
        evaluation
                .candidateSetOutputPath()
                .ifPresent(place -> ports.allocations().saveCandidates(place, result.admission(), now));
        terminal.result(
                format.json()
                        ? ports.allocations().text(result.plan(), now).stripTrailing()
                        : AllocationTable.text(result.plan(), base.ansi()));
        terminal.say(to.map(place -> "written to " + place)
                .orElse("not written: evaluation.allocations_output_path is null and there is no --out"));
    }

    /** Runs that have more than one row, each once. */
    private static Set<String> repeated(Ranking ranking) {
        Set<List<String>> seen = new HashSet<>();
        Set<String> repeated = new TreeSet<>();
        for (RankedStrategy row : ranking.strategies()) {
            if (!seen.add(List.of(row.strategyId(), row.runId()))) {
                repeated.add(row.strategyId() + (row.runId().isEmpty() ? "" : ", run " + row.runId() + ","));
            }
        }
        return repeated;
    }
}
