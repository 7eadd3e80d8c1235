package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.LoopSection;
import io.argus.app.research.PlanReport;
import io.argus.app.research.Ports;
import io.argus.app.research.ResearchCycle;
import io.argus.app.research.ResearchLoop;
import io.argus.app.research.ResearchPlan;
import io.argus.app.runtime.FolderLocks;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.StopSignal;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.replay.strategies.StrategyCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus research}. */
@Command(
        name = "research",
        description = {
            "Runs the whole cycle: bars, outcomes, experiments, evaluation, allocation.",
            "Without --once it does so every loop.interval_hours until it is stopped."
        },
        footer = {"", "Example:", "  argus research --config config/research_loop.example.yaml --once"})
final class ResearchCommand implements Callable<Integer> {

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
    @SuppressWarnings("try") // locks and watch hold for as long as they are open; nobody calls them
    public Integer call() throws InterruptedException {
        if (once && dryRun) {
            throw new ConfigException("argus research", "takes --once or --dry-run, not both");
        }
        Terminal terminal = options.terminal(base);
        StrategyCatalog catalog = options.catalog();
        ResearchPlan plan = ResearchPlan.of(
                ConfigFile.read(file), catalog, path -> ports.cashRates().load(path));
        plan.notes().forEach(terminal::warn);
        if (dryRun) {
            terminal.result(PlanReport.text(plan));
            return 0;
        }
        StopSignal stop = new StopSignal();
        try (FolderLocks locks = FolderLocks.take(plan.prepareOutputs());
                Workers workers = options.workers();
                Interruption watch = Interruption.watch(workers, stop, this::farewell)) {
            ResearchCycle cycle =
                    new ResearchCycle(ports, options.runner(catalog), workers, terminal, new CycleTables(base));
            if (once) {
                return cycle.run(plan, resume, Optional.empty()).failures() == 0 ? 0 : Failures.FAILED;
            }
            LoopSection loop = plan.config().loop();
            new ResearchLoop(
                            () -> cycle.run(plan, resume, loop.oldestBar()),
                            loop.interval(),
                            ports.clock(),
                            stop,
                            terminal)
                    .run();
            return 0;
        }
    }

    private void farewell(List<String> late) {
        base.warn("interrupted; finished experiments are kept. Go on with: argus research --config " + file
                + (once ? " --once" : "") + " --resume");
        if (!late.isEmpty()) {
            base.warn("still busy, and cut off: " + String.join(", ", late));
        }
    }
}
