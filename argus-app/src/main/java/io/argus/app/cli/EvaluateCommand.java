package io.argus.app.cli;

import io.argus.app.config.KillThresholdsShape;
import io.argus.app.research.EvaluationStep;
import io.argus.app.research.Ports;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.evaluation.EvaluationSettings;
import io.argus.research.port.ExperimentStore;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus evaluate}. */
@Command(
        name = "evaluate",
        description = "Ranks the experiment artifacts of a folder, also those of other programs.",
        footer = {"", "Example:", "  argus evaluate --input experiments --out logs/rankings.json"})
final class EvaluateCommand implements Runnable {

    /** Others are counted. */
    private static final int MOST_NAMED = 10;

    private final Terminal base;
    private final Ports ports;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--input", required = true, paramLabel = "DIR", description = "Folder of artifacts.")
    private Path input = Path.of("");

    @Option(names = "--out", paramLabel = "F", description = "Where to write the rankings.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--kill-thresholds",
            paramLabel = "F",
            description = "A YAML map of thresholds, over the shipped ones; null opens a gate.")
    private Optional<Path> killThresholds = Optional.empty();

    @Option(names = "--periods-per-year", paramLabel = "N", description = "Of artifacts that do not tell.")
    private Optional<Integer> periodsPerYear = Optional.empty();

    @Option(names = "--observations", paramLabel = "N", description = "Of artifacts that do not tell.")
    private Optional<Integer> observations = Optional.empty();

    EvaluateCommand(Terminal base, Ports ports) {
        this.base = base;
        this.ports = ports;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        EvaluationSettings shipped = EvaluationSettings.defaults();
        EvaluationSettings settings = new EvaluationSettings(
                shipped.weights(),
                killThresholds.map(KillThresholdsShape::read).orElse(shipped.thresholds()),
                shipped.benchmark(),
                shipped.effectiveTrials(),
                shipped.inference(),
                AtLeastOne.of("--periods-per-year", periodsPerYear),
                AtLeastOne.of("--observations", observations));
        Path folder = out.map(AtomicFiles::folderOf).orElse(Path.of("."));
        out.ifPresent(AtomicFiles::requireWritable);
        List<ExperimentStore.Stored> runs = artifacts(terminal);
        Ranking ranking;
        try (Workers workers = options.workers()) {
            ranking = new EvaluationStep(ports.trials(), workers, terminal)
                    .evaluate(new EvaluationStep.Request(runs, settings, folder, Optional.empty()));
        }
        Instant now = ports.clock().instant();
        out.ifPresent(file -> ports.rankings().save(file, ranking, now));
        terminal.result(
                format.json()
                        ? ports.rankings().text(ranking, now).stripTrailing()
                        : RankingTable.text(ranking, base.ansi()));
        out.ifPresent(file -> terminal.say("written to " + file));
    }

    private List<ExperimentStore.Stored> artifacts(Terminal terminal) {
        ExperimentStore.Found found = ports.experiments().loadAll(input);
        found.others().stream()
                .limit(MOST_NAMED)
                .forEach(other -> terminal.warn(other + " is no experiment artifact: skipped"));
        if (found.others().size() > MOST_NAMED) {
            terminal.warn(Counted.of(found.others().size() - MOST_NAMED, "more file") + " in " + input
                    + " skipped, as no experiment artifact");
        }
        if (found.artifacts().isEmpty()) {
            throw new DataException(input.toString(), "holds no experiment artifacts (*.json)");
        }
        return found.artifacts();
    }
}
