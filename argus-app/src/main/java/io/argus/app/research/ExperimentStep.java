package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Progress;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.pack.Pack;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.StressSettings;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.port.ExperimentRunner;
import io.argus.research.port.ExperimentStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Runs experiments on all workers, each written as soon as it is done, so that an interruption loses at most what was
 * under way. Results come in the order of the runs, whatever the number of workers.
 */
public final class ExperimentStep {

    private final ExperimentRunner runner;
    private final ExperimentStore store;
    private final Workers workers;
    private final Terminal terminal;

    public ExperimentStep(ExperimentRunner runner, ExperimentStore store, Workers workers, Terminal terminal) {
        this.runner = runner;
        this.store = store;
        this.workers = workers;
        this.terminal = terminal;
    }

    /**
     * What to run.
     *
     * @param resume whether a run whose artifact is there and intact is taken from it
     * @param walkForwardPlace where the windows of a walk-forward are asked for, to say what is wrong with them
     */
    public record Request(
            List<ExperimentSpec> runs,
            Pack pack,
            PackReference reference,
            Path folder,
            boolean resume,
            String walkForwardPlace) {

        public Request {
            runs = List.copyOf(runs);
        }
    }

    /** What became of them, walk-forwards after the runs. Every one is in one of the two lists. */
    public record Report(List<ExperimentStore.Stored> finished, List<String> failures, int resumed) {

        public Report {
            finished = List.copyOf(finished);
            failures = List.copyOf(failures);
        }
    }

    private record Attempt(Optional<ExperimentStore.Stored> stored, Optional<String> failure) {}

    /** A run, or a walk-forward over runs. */
    private record Task(
            String strategyId,
            String tag,
            String parameters,
            Supplier<String> runId,
            Supplier<Experiment> experiment) {}

    /**
     * Runs them, then the walk-forward of every class where one is asked for, which chooses among what came out.
     *
     * @throws ConfigException when the pack has too few days for the walk-forward
     */
    public Report run(Request request) {
        requireRoom(request);
        MixedCurrencies.warning(request.pack()).ifPresent(terminal::warn);
        OptionsAcrossSplits.warnings(request.pack()).forEach(terminal::warn);
        MissingHorizons.warnings(request.runs(), request.pack()).forEach(terminal::warn);
        AtomicInteger resumed = new AtomicInteger();
        List<Attempt> runs = attempt(
                "experiments",
                request.runs().stream().map(spec -> task(spec, request)).toList(),
                request,
                resumed);
        List<Attempt> walkForwards = attempt(
                "walk-forwards",
                walkForwards(request, runs).stream()
                        .map(spec -> task(spec, request))
                        .toList(),
                request,
                resumed);
        Report report =
                report(Stream.concat(runs.stream(), walkForwards.stream()).toList(), resumed.get());
        IdleWindows.warnings(report.finished(), request.pack()).forEach(terminal::warn);
        return report;
    }

    private void requireRoom(Request request) {
        for (ExperimentSpec spec : request.runs()) {
            Optional<StressSettings.WalkForward> asked = spec.stress().walkForward();
            if (asked.isPresent() && !asked.get().fits(runner.days(request.pack()))) {
                throw new ConfigException(
                        request.walkForwardPlace(),
                        Counted.of(asked.get().trainDays(), "day") + " to train on and "
                                + asked.get().testDays() + " to test on do not fit into the "
                                + Counted.of(runner.days(request.pack()), "day")
                                + " of the data; take fewer, or more data");
            }
        }
    }

    private Task task(ExperimentSpec spec, Request request) {
        return new Task(
                spec.strategyId(),
                spec.tag(),
                spec.parameters().toString(),
                () -> runner.runId(spec, request.pack()),
                () -> runner.run(spec, request.pack(), request.reference()));
    }

    private Task task(WalkForwardSpec spec, Request request) {
        return new Task(
                spec.strategyId(),
                WalkForwardSpec.TAG,
                "walk-forward of " + Counted.of(spec.cells().size(), "run"),
                () -> runner.runId(spec, request.pack()),
                () -> runner.run(spec, request.pack(), request.reference()));
    }

    /** One for every class, over those of its runs that did not fail; classes in the order of their first runs. */
    private static List<WalkForwardSpec> walkForwards(Request request, List<Attempt> runs) {
        Map<String, List<WalkForwardSpec.Cell>> cells = new LinkedHashMap<>();
        for (int i = 0; i < request.runs().size(); i++) {
            ExperimentSpec spec = request.runs().get(i);
            Optional<Experiment> run = runs.get(i).stored().map(ExperimentStore.Stored::experiment);
            if (spec.stress().walkForward().isPresent() && run.isPresent()) {
                cells.computeIfAbsent(spec.strategyClass(), unused -> new ArrayList<>())
                        .add(new WalkForwardSpec.Cell(
                                spec,
                                run.get().manifest().runId(),
                                run.get().result().dailyReturns().orElseThrow()));
            }
        }
        return cells.values().stream()
                .map(each -> new WalkForwardSpec(
                        each, each.get(0).spec().stress().walkForward().orElseThrow()))
                .toList();
    }

    private List<Attempt> attempt(String what, List<Task> tasks, Request request, AtomicInteger resumed) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        List<Callable<Attempt>> attempts = new ArrayList<>();
        try (Progress progress = terminal.progress(what, tasks.size())) {
            for (Task task : tasks) {
                attempts.add(() -> {
                    Attempt attempt = attempt(request, task, resumed);
                    progress.step();
                    return attempt;
                });
            }
            return workers.inOrder(attempts);
        }
    }

    private Attempt attempt(Request request, Task task, AtomicInteger resumed) {
        Path place = store.place(
                request.folder(), task.strategyId(), task.tag(), task.runId().get());
        if (request.resume()) {
            Optional<ExperimentStore.Stored> before = store.find(place);
            if (before.isPresent()) {
                resumed.incrementAndGet();
                return new Attempt(before, Optional.empty());
            }
        }
        Experiment experiment;
        try {
            experiment = task.experiment().get();
        } catch (CancellationException e) {
            if (workers.stopping()) {
                throw e;
            }
            return interrupted(task);
        } catch (RuntimeException e) {
            // A strategy is a user's code: one that fails must not take the others with it.
            return failed(task, String.valueOf(e.getMessage()));
        }
        if (Thread.currentThread().isInterrupted() && !workers.stopping()) {
            return interrupted(task);
        }
        Path written = store.save(request.folder(), experiment);
        return new Attempt(
                Optional.of(store.find(written)
                        .orElseThrow(() -> new DataException(written.toString(), "vanished after it was written"))),
                Optional.empty());
    }

    /** Its own strategy interrupted the thread that it ran on. With its flag up nothing could be written any more. */
    private static Attempt interrupted(Task task) {
        Thread.interrupted();
        return failed(task, "interrupted the thread that it ran on");
    }

    private static Attempt failed(Task task, String why) {
        return new Attempt(Optional.empty(), Optional.of(task.strategyId() + " (" + task.parameters() + "): " + why));
    }

    private static Report report(List<Attempt> attempts, int resumed) {
        return new Report(
                attempts.stream().flatMap(attempt -> attempt.stored().stream()).toList(),
                attempts.stream().flatMap(attempt -> attempt.failure().stream()).toList(),
                resumed);
    }
}
