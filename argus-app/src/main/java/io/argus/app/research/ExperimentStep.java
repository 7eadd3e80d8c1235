package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Progress;
import io.argus.app.terminal.Terminal;
import io.argus.domain.DataException;
import io.argus.domain.experiment.Experiment;
import io.argus.domain.experiment.ExperimentSpec;
import io.argus.domain.experiment.PackReference;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.ExperimentRunner;
import io.argus.domain.port.ExperimentStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

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
     */
    public record Request(List<ExperimentSpec> runs, Pack pack, PackReference reference, Path folder, boolean resume) {

        public Request {
            runs = List.copyOf(runs);
        }
    }

    /** What became of them. Every run is in one of the two lists. */
    public record Report(List<ExperimentStore.Stored> finished, List<String> failures, int resumed) {

        public Report {
            finished = List.copyOf(finished);
            failures = List.copyOf(failures);
        }
    }

    private record Attempt(Optional<ExperimentStore.Stored> stored, Optional<String> failure) {}

    public Report run(Request request) {
        AtomicInteger resumed = new AtomicInteger();
        List<Callable<Attempt>> tasks = new ArrayList<>();
        try (Progress progress = terminal.progress("experiments", request.runs().size())) {
            for (ExperimentSpec spec : request.runs()) {
                tasks.add(() -> {
                    Attempt attempt = attempt(request, spec, resumed);
                    progress.step();
                    return attempt;
                });
            }
            return report(workers.inOrder(tasks), resumed.get());
        }
    }

    private Attempt attempt(Request request, ExperimentSpec spec, AtomicInteger resumed) {
        Path place = store.place(request.folder(), spec.strategyId(), spec.tag(), runner.runId(spec, request.pack()));
        if (request.resume()) {
            Optional<ExperimentStore.Stored> before = store.find(place);
            if (before.isPresent()) {
                resumed.incrementAndGet();
                return new Attempt(before, Optional.empty());
            }
        }
        Experiment experiment;
        try {
            experiment = runner.run(spec, request.pack(), request.reference());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // A strategy is a user's code: one that fails must not take the others with it.
            return new Attempt(
                    Optional.empty(),
                    Optional.of(spec.strategyId() + " (" + spec.parameters() + "): " + e.getMessage()));
        }
        Path written = store.save(request.folder(), experiment);
        return new Attempt(
                Optional.of(store.find(written)
                        .orElseThrow(() -> new DataException(written.toString(), "vanished after it was written"))),
                Optional.empty());
    }

    private static Report report(List<Attempt> attempts, int resumed) {
        return new Report(
                attempts.stream().flatMap(attempt -> attempt.stored().stream()).toList(),
                attempts.stream().flatMap(attempt -> attempt.failure().stream()).toList(),
                resumed);
    }
}
