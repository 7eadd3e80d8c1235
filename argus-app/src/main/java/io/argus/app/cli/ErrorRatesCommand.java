package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.Market;
import io.argus.app.runtime.Workers;
import io.argus.app.study.CellResult;
import io.argus.app.study.ErrorRateStudy;
import io.argus.app.study.MarketHistory;
import io.argus.app.study.PlantedKind;
import io.argus.app.study.StudyCell;
import io.argus.app.study.StudyReport;
import io.argus.app.study.StudySettings;
import io.argus.app.terminal.Progress;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.research.port.BarSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus error-rates}. */
@Command(
        name = "error-rates",
        description = {
            "Says how often your gates fund what has no edge, and how often what has one.",
            "Plants strategies whose true worth is known, judges, admits and sizes them as a research cycle does after "
                    + "its experiments, and counts what gets a weight. Nothing is read but the configuration and the "
                    + "market's bars. The whole study takes long: 1000 seeds are 60000 cycles."
        },
        footer = {
            "",
            "Examples:",
            "  argus error-rates --config config/strict.example.yaml --seeds 100 --trials 1,10",
            "  argus error-rates --format json --out docs/error-rates.md > docs/error-rates.json"
        })
final class ErrorRatesCommand implements Runnable {

    private static final int DAY_MS = 86_400_000;
    private static final int MOST_SEEDS = 1_000_000;

    private final Terminal base;
    private final BarSource bars;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--config",
            paramLabel = "F",
            description = "Whose gates and allocation to study (default: the shipped ones).")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--market",
            paramLabel = "F.csv",
            defaultValue = "config/samples/sp500-2000.csv",
            description = "Daily bars of the market that histories are drawn from (default: ${DEFAULT-VALUE}).")
    private Path market = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Cycles a cell, with the seeds 1 to N (default: ${DEFAULT-VALUE}).")
    private int seeds = 1_000;

    @Option(
            names = "--kinds",
            paramLabel = "K",
            split = ",",
            description = "Kinds of returns: normal, short_premium, ar1, timing (default: all).")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            split = ",",
            description = "Cells of so many trials: 1, 10, 100 (default: all).")
    private List<Integer> trials = new ArrayList<>();

    @Option(names = "--nulls-only", description = "Leaves out the cells in which one trial has an edge.")
    private boolean nullsOnly;

    @Option(
            names = "--out",
            paramLabel = "F.md",
            description = "Page to write the tables into, between its marks; made where there is none.")
    private Optional<Path> out = Optional.empty();

    ErrorRatesCommand(Terminal base, BarSource bars) {
        this.base = base;
        this.bars = bars;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new ConfigException("--seeds", "must be from 1 to " + MOST_SEEDS + ", not " + seeds);
        }
        List<StudyCell> cells = cells();
        StudySettings settings = config.map(
                        file -> StudySettings.of(ConfigFile.read(file).checked()))
                .orElseGet(StudySettings::shipped);
        out.ifPresent(ErrorRatesPage::requireWritable);
        settings.unjudged()
                .forEach(gate -> terminal.warn(gate
                        + " is open here: planted returns give it nothing to judge by; it can only lower the rates"));
        MarketHistory history = history(terminal);
        StudyReport report = new StudyReport(
                settings,
                market.getFileName().toString(),
                history.days(),
                history.annualDrift(),
                seeds,
                results(cells, settings, history, terminal));
        // Before the page: a full disk must not take hours of work with it.
        terminal.result(format.json() ? ErrorRatesJson.text(report) : ErrorRatesText.text(report, base.ansi()));
        out.ifPresent(file -> {
            ErrorRatesPage.write(file, report);
            terminal.say("written to " + file);
        });
    }

    private List<CellResult> results(
            List<StudyCell> cells, StudySettings settings, MarketHistory history, Terminal terminal) {
        List<CellResult> results = new ArrayList<>();
        try (Workers workers = options.workers();
                Progress progress = terminal.progress("cycles", (long) cells.size() * seeds)) {
            ErrorRateStudy study = new ErrorRateStudy(settings, history, workers);
            cells.forEach(cell -> results.add(study.run(cell, seeds, progress)));
        }
        return results;
    }

    private MarketHistory history(Terminal terminal) {
        BarSource.Bars read = bars.load(new BarSource.Request(
                market, "market", DAY_MS, Market.EQUITIES.calendar(), Optional.empty(), Optional.empty(), false));
        read.warnings().forEach(terminal::warn);
        return MarketHistory.of(market.toString(), read.series());
    }

    private List<StudyCell> cells() {
        List<PlantedKind> wanted = kinds.isEmpty()
                ? List.of(PlantedKind.values())
                : kinds.stream().map(ErrorRatesCommand::kind).toList();
        List<StudyCell> cells = StudyCell.catalog().stream()
                .filter(cell -> wanted.contains(cell.kind()))
                .filter(cell -> trials.isEmpty() || trials.contains(cell.trials()))
                .filter(cell -> cell.isNull() || !nullsOnly)
                .toList();
        List<Integer> known = StudyCell.catalog().stream()
                .map(StudyCell::trials)
                .distinct()
                .sorted()
                .toList();
        trials.stream().filter(count -> !known.contains(count)).findFirst().ifPresent(count -> {
            throw new ConfigException("--trials", "there are cells of " + known + " trials, not of " + count);
        });
        return cells;
    }

    private static PlantedKind kind(String key) {
        return PlantedKind.find(key)
                .orElseThrow(() -> new ConfigException(
                        "--kinds",
                        "there is no " + key + "; known are "
                                + Arrays.stream(PlantedKind.values())
                                        .map(PlantedKind::key)
                                        .collect(Collectors.joining(", "))));
    }
}
