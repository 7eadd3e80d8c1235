package io.argus.app.research;

import io.argus.app.config.PackSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.Pack;
import io.argus.replay.baseline.Baselines;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.port.ExperimentRunner;
import io.argus.research.port.ExperimentStore;
import io.argus.research.ranking.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole cycle: bars, outcomes, experiments, evaluation, allocation, each written as soon as it is known. */
public final class ResearchCycle {

    /** Shows results as they come. */
    public interface Display {

        /**
         * @param baselines what could be had without any of the strategies, one for each symbol
         */
        void ranked(Ranking ranking, List<Baselines> baselines);

        /**
         * @param result with the plan that stands in the file
         */
        void allocated(AllocationStep.Result result);

        /** Of runs on synthetic markets, which are never allocated; not shown unless this is overridden. */
        default void rankedSynthetic(Ranking ranking) {}
    }

    private static final int HASH_DIGITS = 12;

    private final Ports ports;
    private final ExperimentRunner runner;
    private final Workers workers;
    private final Terminal terminal;
    private final Display display;

    public ResearchCycle(Ports ports, ExperimentRunner runner, Workers workers, Terminal terminal, Display display) {
        this.ports = ports;
        this.runner = runner;
        this.workers = workers;
        this.terminal = terminal;
        this.display = display;
    }

    /**
     * What became of a cycle.
     *
     * @param failures experiments that failed; the others were judged
     * @param skipped why nothing was done; empty when it was
     */
    public record Report(int failures, Optional<String> skipped) {}

    /**
     * Runs it once.
     *
     * @param resume whether runs that are finished already are taken from their artifacts
     * @param oldest how old the newest bar may be; empty for any age
     */
    public Report run(ResearchPlan plan, boolean resume, Optional<Duration> oldest) {
        ResearchConfig config = plan.config();
        terminal.say("1/4 bars and outcomes");
        PackStep step = new PackStep(ports.bars(), workers, terminal);
        PackStep.Loaded bars = step.load(plan.pack());
        Optional<String> stale = oldest.flatMap(age -> stale(bars.bars(), age));
        if (stale.isPresent()) {
            terminal.say("    cycle skipped: " + stale.get());
            return new Report(0, stale);
        }
        Pack pack = new OptionSnapshots(ports.packs(), workers, terminal)
                .mergedInto(step.build(plan.pack(), bars), plan.pack().calendar(), plan.snapshots());
        terminal.say("2/4 experiments: " + Counted.of(plan.allRuns().size(), "run") + " on "
                + Counted.of(workers.size(), "thread"));
        ExperimentStep.Report report = experiments(
                plan, plan.runs(), pack, keep(pack, config.pack(), config.pack().symbols()), resume);
        ExperimentStep.Report synthetic = synthetic(plan, resume);
        report.failures().forEach(terminal::warn);
        synthetic.failures().forEach(terminal::warn);
        if (resume) {
            int resumed = report.resumed() + synthetic.resumed();
            terminal.say("    " + resumed + " of them " + (resumed == 1 ? "was" : "were") + " finished before");
        }
        terminal.say("3/4 evaluation");
        Instant now = ports.clock().instant();
        CycleJudgement judgement = new CycleJudgement(ports, workers, terminal, display, config);
        Ranking ranking = judgement.rank(report.finished(), now);
        display.ranked(ranking, baselines(pack, plan));
        reportIgnored(config, report, synthetic);
        judgement.allocate(ranking, report.finished(), now);
        judgement.rankSynthetic(synthetic.finished(), now);
        return new Report(report.failures().size() + synthetic.failures().size(), Optional.empty());
    }

    private ExperimentStep.Report experiments(
            ResearchPlan plan, List<ExperimentSpec> runs, Pack pack, PackReference reference, boolean resume) {
        return new ExperimentStep(runner, ports.experiments(), workers, terminal)
                .run(new ExperimentStep.Request(
                        runs,
                        pack,
                        reference,
                        plan.config().experiment().outputDir(),
                        resume,
                        plan.walkForwardPlace()));
    }

    /** The runs on markets that are made for them. */
    private ExperimentStep.Report synthetic(ResearchPlan plan, boolean resume) {
        List<ExperimentStore.Stored> finished = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int resumed = 0;
        for (SyntheticRuns made : plan.synthetic()) {
            Pack pack = SyntheticMarket.generate(made.market());
            PackReference reference = keep(pack, plan.config().pack(), List.of(SyntheticMarket.SYMBOL));
            ExperimentStep.Report report = experiments(plan, made.runs(), pack, reference, resume);
            finished.addAll(report.finished());
            failures.addAll(report.failures());
            resumed += report.resumed();
        }
        return new ExperimentStep.Report(finished, failures, resumed);
    }

    /** Why the bars are too old, where they are. */
    private Optional<String> stale(List<BarSeries> bars, Duration oldest) {
        Instant limit = ports.clock().instant().minus(oldest);
        Optional<BarSeries> newest = bars.stream()
                .filter(series -> !series.isEmpty())
                .max(Comparator.comparingLong(series -> series.closeTime(series.size() - 1)));
        if (newest.isEmpty()) {
            return Optional.of("there are no bars");
        }
        Instant close = Instant.ofEpochMilli(newest.get().closeTime(newest.get().size() - 1));
        return close.isBefore(limit)
                ? Optional.of("the newest bar, of " + newest.get().symbol() + ", closed at " + close
                        + "; loop.require_recent_bars_hours asks for one after "
                        + limit.truncatedTo(ChronoUnit.SECONDS))
                : Optional.empty();
    }

    /** Writes the pack where one is wanted, and says what runs are to call it. */
    private PackReference keep(Pack pack, PackSection section, List<String> symbols) {
        String hash = pack.hash().hex();
        String name = String.join(",", symbols);
        if (section.packsOutputDir().isEmpty()) {
            return PackReference.to(name, pack);
        }
        Path file = section.packsOutputDir()
                .get()
                .resolve(RunPlanner.defaultId("pack", symbols) + "-" + hash.substring(0, HASH_DIGITS) + ".pack");
        ports.packs().save(file, pack);
        terminal.say("    pack kept in " + file);
        return PackReference.to(file.toString(), pack);
    }

    private static List<Baselines> baselines(Pack pack, ResearchPlan plan) {
        return pack.bars().stream()
                .map(bars -> Baselines.of(
                        pack.findInstrument(bars.symbol()).orElseThrow(),
                        bars,
                        pack.events().actions(),
                        plan.config().experiment().replay(CashRate.zero()).execution()))
                .toList();
    }

    /** A cycle judges its own runs; what else lies beside them is not silently taken for one. */
    private void reportIgnored(ResearchConfig config, ExperimentStep.Report report, ExperimentStep.Report synthetic) {
        Path folder = config.evaluation().inputDir().orElse(config.experiment().outputDir());
        Set<Path> own = Stream.concat(report.finished().stream(), synthetic.finished().stream())
                .map(stored -> stored.file().toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            long others = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !own.contains(file.toAbsolutePath().normalize()))
                    .count();
            if (others > 0) {
                terminal.say("    " + Counted.of(others, "other artifact") + " in " + folder
                        + (others == 1 ? " is" : " are") + " no part of this cycle: ignored");
            }
        } catch (NoSuchFileException nothingThere) {
            return;
        } catch (IOException e) {
            throw new DataException(folder.toString(), "cannot be read: " + AtomicFiles.reason(e), e);
        }
    }
}
