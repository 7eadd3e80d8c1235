package io.argus.app.cli;

import io.argus.app.research.AllocationStep;
import io.argus.app.research.EvaluationStep;
import io.argus.app.research.ExperimentStep;
import io.argus.app.research.PackStep;
import io.argus.app.research.Ports;
import io.argus.app.research.RunPlanner;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.settings.ConfigReader;
import io.argus.app.settings.ResearchConfig;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import io.argus.domain.experiment.ExperimentSpec;
import io.argus.domain.experiment.PackReference;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.BarSource;
import io.argus.domain.ranking.Ranking;
import io.argus.domain.registry.AdmissionRule;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus research}. */
@Command(
        name = "research",
        description = "Runs the whole cycle: bars, outcomes, experiments, evaluation, allocation.",
        footer = {"", "Example:", "  argus research --config config/research_loop.example.yaml --once"})
final class ResearchCommand implements Callable<Integer> {

    private static final long DAY_MS = 86_400_000L;
    private static final int GAP_TOLERANCE = 1;

    private final Terminal base;
    private final Ports ports;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--config", required = true, paramLabel = "F", description = "The configuration.")
    private Path file = Path.of("");

    @Option(names = "--once", description = "One cycle.")
    private boolean once;

    @Option(names = "--dry-run", description = "Show what would be done and touch nothing.")
    private boolean dryRun;

    @Option(names = "--resume", description = "Take runs that are finished already from their artifacts.")
    private boolean resume;

    ResearchCommand(Terminal base, Ports ports) {
        this.base = base;
        this.ports = ports;
    }

    @Override
    @SuppressWarnings("try") // the interruption watches for as long as it is open; nobody calls it
    public Integer call() {
        if (once == dryRun) {
            throw new ConfigException("argus research", "takes either --once or --dry-run");
        }
        Terminal terminal = options.terminal(base);
        ResearchConfig config = ConfigReader.read(file);
        StrategyCatalog catalog = options.catalog();
        List<ExperimentSpec> runs = new RunPlanner(catalog).plan(config);
        if (dryRun) {
            terminal.result("plan: " + runs.size() + " runs of "
                    + config.strategies().size()
                    + " strategies; artifacts to " + config.experiments() + ", rankings to " + config.rankings()
                    + config.allocations().map(to -> ", allocations to " + to).orElse(", no allocations"));
            return 0;
        }
        AtomicFiles.requireWritableFolder(config.experiments());
        AtomicFiles.requireWritableFolder(config.rankings());
        config.allocations().ifPresent(to -> AtomicFiles.requireWritableFolder(AtomicFiles.folderOf(to)));
        try (Workers workers = options.workers();
                Interruption ignored = Interruption.watch(
                        workers,
                        late -> base.warn("interrupted; finished experiments are kept. Go on with: argus research"
                                + " --config " + file + " --once --resume"))) {
            return cycle(config, runs, catalog, workers, terminal);
        }
    }

    private int cycle(
            ResearchConfig config,
            List<ExperimentSpec> runs,
            StrategyCatalog catalog,
            Workers workers,
            Terminal terminal) {
        terminal.say("1/4 bars and outcomes");
        Pack pack = new PackStep(ports.bars(), workers, terminal).build(packRequest(config));
        terminal.say("2/4 experiments: " + runs.size() + " runs on " + workers.size() + " threads");
        ReplayExperimentRunner runner = new ReplayExperimentRunner(catalog, EngineVersion.ofThisBuild());
        PackReference reference = new PackReference(
                String.join(",", config.symbols()), pack.hash().hex());
        ExperimentStep.Report report = new ExperimentStep(runner, ports.experiments(), workers, terminal)
                .run(new ExperimentStep.Request(runs, pack, reference, config.experiments(), resume));
        report.failures().forEach(terminal::warn);
        terminal.say("3/4 evaluation");
        Instant now = ports.clock().instant();
        Ranking ranking = new EvaluationStep(ports.trials(), terminal)
                .evaluate(new EvaluationStep.Request(
                        report.finished(), config.evaluation(), config.rankings(), Optional.of(config.ledger())));
        Path rankings = config.rankings()
                .resolve("strategy_rankings_"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(
                                now.atZone(ZoneOffset.UTC).toLocalDate()) + ".json");
        ports.rankings().save(rankings, ranking, now);
        terminal.result(RankingTable.text(ranking, base.ansi()));
        terminal.say("    written to " + rankings);
        allocate(config, ranking, now, terminal);
        return report.failures().isEmpty() ? 0 : Failures.FAILED;
    }

    private void allocate(ResearchConfig config, Ranking ranking, Instant now, Terminal terminal) {
        if (config.sizing().isEmpty() || config.allocations().isEmpty()) {
            terminal.say("4/4 no allocation: evaluation.allocation or allocations_output_path is null");
            return;
        }
        terminal.say("4/4 allocation");
        ResearchConfig.Sizing sizing = config.sizing().get();
        TreeMap<String, Double> gates =
                new TreeMap<>(config.evaluation().thresholds().asMap());
        gates.put("min_dsr", config.admission().minDsr());
        gates.put("min_composite_score", config.admission().minCompositeScore());
        boolean relaxed = !config.evaluation().thresholds().laxerThanShipped().isEmpty()
                || config.admission().minDsr() < AdmissionRule.DEFAULT_MIN_DSR
                || config.admission().minCompositeScore() < 0;
        AllocationStep.Result result = new AllocationStep()
                .allocate(
                        new AllocationStep.Request(
                                config.admission(),
                                sizing.forecasts(),
                                sizing.engine(),
                                config.equity(),
                                sizing.written(),
                                gates,
                                relaxed,
                                config.validFor()),
                        ranking,
                        now,
                        row -> Optional.empty());
        Path to = config.allocations().get();
        ports.allocations().save(to, result.plan(), now);
        terminal.result("\n" + AllocationTable.text(result.plan(), base.ansi()));
        terminal.say("    written to " + to);
    }

    private static PackStep.Request packRequest(ResearchConfig config) {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        List<BarSource.Request> bars = config.symbols().stream()
                .map(symbol -> new BarSource.Request(
                        config.bars().getOrDefault(symbol, Path.of("")),
                        symbol,
                        DAY_MS,
                        calendar,
                        config.from(),
                        config.to(),
                        false))
                .toList();
        return new PackStep.Request(bars, calendar, List.of(), GAP_TOLERANCE);
    }
}
