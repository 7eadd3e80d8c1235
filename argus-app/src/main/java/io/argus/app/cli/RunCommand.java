package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.LoopSection;
import io.argus.app.config.RecorderSection;
import io.argus.app.recording.ExchangeAccess;
import io.argus.app.recording.Recorder;
import io.argus.app.recording.TradedMarket;
import io.argus.app.research.Ports;
import io.argus.app.research.ResearchCycle;
import io.argus.app.research.ResearchLoop;
import io.argus.app.research.ResearchPlan;
import io.argus.app.runtime.FolderLocks;
import io.argus.app.runtime.Heartbeat;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.RestartPolicy;
import io.argus.app.runtime.Task;
import io.argus.app.runtime.Workers;
import io.argus.app.service.Metrics;
import io.argus.app.service.Service;
import io.argus.app.service.StatusFile;
import io.argus.app.service.TradablePlans;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ArgusException;
import io.argus.domain.ConfigException;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.port.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus run}. */
@Command(
        name = "run",
        description = {
            "Runs the recorder and the research loop as one service until it is stopped.",
            "What fails is begun again after a while. argus status tells how it is."
        },
        footer = {"", "Example:", "  argus run --config config/research_loop.example.yaml"})
final class RunCommand implements Callable<Integer> {

    /** What is promised on SIGTERM is five seconds. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    /** Tried for about an hour and a half. */
    private static final RestartPolicy RECORDING =
            new RestartPolicy(25, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** The loop itself outlives cycles that fail; what ends it is a fault of the program. */
    private static final RestartPolicy RESEARCHING =
            new RestartPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(1));

    private final Terminal base;
    private final Ports ports;
    private final ExchangeAccess.Opener exchanges;
    private final Waiter waiter;
    private final Orchestrator orchestrator;
    private final Metrics metrics;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--config", required = true, paramLabel = "F", description = "The configuration.")
    private Path file = Path.of("");

    RunCommand(
            Terminal base,
            Ports ports,
            ExchangeAccess.Opener exchanges,
            Waiter waiter,
            Orchestrator orchestrator,
            Metrics metrics) {
        this.base = base;
        this.ports = ports;
        this.exchanges = exchanges;
        this.waiter = waiter;
        this.orchestrator = orchestrator;
        this.metrics = metrics;
    }

    @Override
    @SuppressWarnings("try") // locks and watch hold for as long as they are open; nobody calls them
    public Integer call() throws InterruptedException {
        Terminal terminal = options.terminal(base);
        StrategyCatalog catalog = options.catalog();
        ConfigFile config = ConfigFile.read(file);
        Optional<Recorder.Plan> recording = config.config().recorder().map(section -> recording(config, section));
        Optional<ResearchPlan> research = config.config().describesNoCycle() && recording.isPresent()
                ? Optional.empty()
                : Optional.of(ResearchPlan.of(
                        config, catalog, path -> ports.cashRates().load(path)));
        StatusFile status = StatusFile.in(config.checked().evaluation().rankingsOutputDir());
        research.ifPresent(plan -> warn(terminal, plan));
        try (FolderLocks locks = FolderLocks.take(folders(status, recording, research));
                Orchestrator all = orchestrator) {
            Service service = new Service(all, status, metrics, ports.clock(), waiter);
            try (Interruption watch = Interruption.watch(service, DEADLINE, this::farewell)) {
                Workers workers = options.workers(all);
                terminal.say("status in " + status.path() + "; see it with: argus status --file " + status.path());
                recording.ifPresent(plan -> service.start("recorder", RECORDING, recorder(config, plan, terminal)));
                research.ifPresent(
                        plan -> service.start("research", RESEARCHING, loop(plan, catalog, workers, terminal)));
                return service.serve() ? 0 : Failures.FAILED;
            }
        }
    }

    private Recorder.Plan recording(ConfigFile config, RecorderSection section) {
        try {
            // Nothing is asked yet: this finds out whether it is an address.
            exchanges.open(section.baseUrl()).close();
        } catch (ConfigException e) {
            config.problems()
                    .add(config.place("recorder.base_url"), e.problems().get(0).message());
        }
        return new Recorder.Plan(
                new TradedMarket(section.currency()),
                section.every(),
                section.barDuration(),
                section.history(),
                Optional.empty(),
                section.out());
    }

    private static void warn(Terminal terminal, ResearchPlan plan) {
        plan.notes().forEach(terminal::warn);
        if (plan.config().evaluation().laxerThanShipped() && ResearchPlan.allocates(plan.config())) {
            terminal.warn("gates are laxer than the shipped ones, so every plan is NOT FOR TRADING: argus run writes"
                    + " empty ones in their place");
        }
    }

    private static List<Path> folders(
            StatusFile status, Optional<Recorder.Plan> recording, Optional<ResearchPlan> research) {
        List<Path> folders = new ArrayList<>();
        research.ifPresent(plan -> folders.addAll(plan.prepareOutputs()));
        folders.add(AtomicFiles.folderOf(status.path()));
        recording.ifPresent(plan -> folders.add(plan.workFolder()));
        folders.forEach(AtomicFiles::prepareFolder);
        return folders;
    }

    private Task recorder(ConfigFile config, Recorder.Plan plan, Terminal terminal) {
        String address = config.config().recorder().orElseThrow().baseUrl();
        return heartbeat -> {
            try (ExchangeAccess access = exchanges.open(address)) {
                new Recorder(
                                access,
                                ports.packs(),
                                ports.clock(),
                                waiter,
                                plan,
                                new Intervals(terminal, heartbeat),
                                metrics)
                        .run();
            }
        };
    }

    private Task loop(ResearchPlan plan, StrategyCatalog catalog, Workers workers, Terminal terminal) {
        Ports tradable = ports.withAllocations(new TradablePlans(ports.allocations(), terminal::warn));
        ResearchCycle cycle =
                new ResearchCycle(tradable, options.runner(catalog), workers, terminal, new CycleTables(base));
        LoopSection loop = plan.config().loop();
        return heartbeat -> new ResearchLoop(
                        () -> cycle(cycle, plan, heartbeat), loop.interval(), ports.clock(), waiter, terminal)
                .run();
    }

    private static void cycle(ResearchCycle cycle, ResearchPlan plan, Heartbeat heartbeat) {
        try {
            ResearchCycle.Report report =
                    cycle.run(plan, false, plan.config().loop().oldestBar());
            if (report.failures() > 0) {
                heartbeat.failed(Counted.of(report.failures(), "experiment") + " failed");
            }
            report.skipped().ifPresentOrElse(why -> heartbeat.failed("cycle skipped: " + why), heartbeat::succeeded);
        } catch (ArgusException e) {
            heartbeat.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void farewell(List<String> late) {
        base.warn(
                late.isEmpty()
                        ? "stopped; the same command goes on"
                        : "stopped; still busy, and cut off: " + String.join(", ", late));
    }

    /** A line and a heartbeat for each interval. */
    private record Intervals(Terminal terminal, Heartbeat heartbeat) implements Recorder.Listener {

        @Override
        public void recorded(String what) {
            terminal.say("recorded " + what);
            heartbeat.succeeded();
        }

        @Override
        public void missed(String why) {
            terminal.warn(why);
            heartbeat.failed(why);
        }
    }
}
