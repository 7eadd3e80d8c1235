package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.ExperimentSection;
import io.argus.app.config.Grid;
import io.argus.app.config.bind.Place;
import io.argus.app.config.bind.Problems;
import io.argus.app.research.ExperimentStep;
import io.argus.app.research.ImplausibleMoves;
import io.argus.app.research.Ports;
import io.argus.app.research.RunPlanner;
import io.argus.app.research.StrategyGrid;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.pack.Pack;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.StressSettings;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus experiment}. */
@Command(
        name = "experiment",
        description = "Replays one strategy over a pack, with one set of parameters or every cell of a sweep.",
        footer = {
            "",
            "Example:",
            "  argus experiment --strategy SmaCross --pack sp500.json --params fast=10,slow=200 --out experiments"
        })
final class ExperimentCommand implements Callable<Integer> {

    private static final String PARAMS = "--params";
    private static final String WALK_FORWARD = "--walk-forward";

    private final Terminal base;
    private final Ports ports;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private PackReadingOptions assumptions = new PackReadingOptions();

    @Option(names = "--strategy", required = true, paramLabel = "CLASS", description = "As argus strategies names it.")
    private String strategy = "";

    @Option(names = "--pack", required = true, paramLabel = "P", description = "The pack to replay.")
    private Path packFile = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the artifacts.")
    private Path out = Path.of("");

    @Option(
            names = PARAMS,
            paramLabel = "k=v",
            split = ",",
            description = "Parameters of every run, as k=v,k=v; the others have their defaults.")
    private List<String> params = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "F",
            description = "YAML file of parameters to try: a value, a list, or {min, max, step | num_steps} each.")
    private Optional<Path> sweepFile = Optional.empty();

    @Option(
            names = WALK_FORWARD,
            paramLabel = "TRAIN,TEST",
            converter = WalkForwardConverter.class,
            description =
                    "Days to train on, then days to test on, rolling along: one run more, in which the run that was"
                            + " best on the days before trades each test window.")
    private Optional<StressSettings.WalkForward> walkForward = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What the runs are called (default: the strategy's name and the pack's symbols).")
    private Optional<String> id = Optional.empty();

    @Option(names = "--resume", description = "Take runs that are finished already from their artifacts.")
    private boolean resume;

    ExperimentCommand(Terminal base, Ports ports) {
        this.base = base;
        this.ports = ports;
    }

    @Override
    @SuppressWarnings("try") // the interruption watches for as long as it is open; nobody calls it
    public Integer call() {
        Terminal terminal = options.terminal(base);
        StrategyCatalog catalog = options.catalog();
        Problems problems = new Problems();
        Grid fixed = fixed(problems);
        Grid sweep = sweepFile.map(file -> Grid.read(file, problems)).orElseGet(Grid::none);
        // What is wrong with the strategy is told before the pack is looked at, which only the name of the runs needs.
        plan(catalog, fixed, sweep, List.of(), problems);
        AtomicFiles.requireWritableFolder(out);
        PackStore.Loaded loaded = ports.packs().load(packFile, assumptions.reading());
        loaded.notes().forEach(terminal::say);
        loaded.warnings().forEach(terminal::warn);
        Pack pack = loaded.pack();
        ImplausibleMoves.warnings(pack).forEach(terminal::warn);
        List<ExperimentSpec> runs = plan(catalog, fixed, sweep, pack.symbols(), problems);
        runs.forEach(run -> StrategyChoice.requireSymbol(run.parameters(), pack));
        try (Workers workers = options.workers();
                Interruption watch = Interruption.watch(
                        workers,
                        late -> base.warn("interrupted; finished experiments are kept. Go on with --resume"))) {
            ExperimentStep.Report report = new ExperimentStep(
                            options.runner(catalog), ports.experiments(), workers, terminal)
                    .run(new ExperimentStep.Request(
                            runs, pack, PackReference.to(packFile.toString(), pack), out, resume, WALK_FORWARD));
            report.failures().forEach(terminal::warn);
            terminal.result(
                    format.json()
                            ? Json.text(ExperimentTable.json(report.finished()))
                            : ExperimentTable.text(report.finished(), base.ansi()));
            if (nothingTraded(report)) {
                terminal.say("nothing was traded; what stopped the first run is told by argus iv-map --pack " + packFile
                        + " --strategy " + strategy + " --params "
                        + report.finished().get(0).experiment().manifest().parameters());
            }
            return report.failures().isEmpty() ? 0 : Failures.FAILED;
        }
    }

    /** Of runs that failed it has been told why. */
    private static boolean nothingTraded(ExperimentStep.Report report) {
        return report.failures().isEmpty()
                && report.finished().stream()
                        .allMatch(run -> run.experiment().result().execution().fills() == 0);
    }

    /** The runs; all that is wrong with them is thrown. */
    private List<ExperimentSpec> plan(
            StrategyCatalog catalog, Grid fixed, Grid sweep, List<String> symbols, Problems problems) {
        Place place = Place.of("--strategy");
        StrategyGrid grid = new StrategyGrid(
                id.orElseGet(() -> RunPlanner.defaultId(strategy, symbols)),
                strategy,
                fixed,
                sweep,
                Place.of("--id"),
                place,
                sweepFile.map(file -> Place.of(file.toString())).orElse(place));
        ExperimentSection account = ConfigFile.defaults().experiment();
        List<ExperimentSpec> runs = new RunPlanner(catalog)
                .plan(List.of(grid), account.replay(CashRate.zero()), account.maxRuns(), problems);
        problems.refuse();
        return runs.stream()
                .map(run -> run.withMonteCarlo(account.monteCarlo())
                        .withStress(new StressSettings(false, false, walkForward)))
                .toList();
    }

    private Grid fixed(Problems problems) {
        Place place = Place.of(PARAMS);
        Map<String, Grid.Axis> axes = new LinkedHashMap<>();
        for (String pair : params) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add(place, "takes name=value, not \"" + pair + "\"");
            } else if (axes.put(
                            pair.substring(0, equals).strip(),
                            new Grid.Axis(List.of(pair.substring(equals + 1).strip()), place))
                    != null) {
                problems.add(place, "has " + pair.substring(0, equals) + " twice");
            }
        }
        return new Grid(axes);
    }
}
