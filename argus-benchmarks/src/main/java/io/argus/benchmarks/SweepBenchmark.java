package io.argus.benchmarks;

import io.argus.app.runtime.Workers;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.ReplaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand sets of parameters on one pack, by one worker and by two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1) // see ReplayBenchmark
@Measurement(iterations = 5, time = 1)
public class SweepBenchmark {

    private static final int SETS = 1_000;
    private static final int BARS = 10_000;

    @Param({"1", "2"})
    private int workers;

    private final Pack pack = Samples.minutePack(BARS);
    private final PackReference reference = PackReference.to("sample.pack", pack);
    private final StrategyCatalog catalog = StrategyCatalog.load(SweepBenchmark.class.getClassLoader());
    private final ReplayExperimentRunner runner = new ReplayExperimentRunner(catalog, new EngineVersion("benchmark"));
    private final List<ExperimentSpec> sets = sets();
    private Workers pool = new Workers(1);

    /** Starts the workers. */
    @Setup
    public void start() {
        pool.close();
        pool = new Workers(workers);
    }

    /** Ends them. */
    @TearDown
    public void stop() {
        pool.close();
    }

    /** All runs with their summaries, of which only the final equity is kept, as a sweep keeps none in memory. */
    @Benchmark
    public double sweep() {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (ExperimentSpec set : sets) {
            tasks.add(() -> {
                Experiment run = runner.run(set, pack, reference);
                return run.result().portfolio().finalEquity();
            });
        }
        return pool.inOrder(tasks).stream().mapToDouble(Double::doubleValue).sum();
    }

    private List<ExperimentSpec> sets() {
        List<ExperimentSpec> made = new ArrayList<>();
        for (int i = 0; i < SETS; i++) {
            Parameters parameters = catalog.complete(
                    catalog.find("SmaCross").orElseThrow(), Map.of("fast", 5 + i % 40, "slow", 50 + i / 4));
            made.add(new ExperimentSpec("cross", "base", "SmaCross", parameters, ReplaySettings.defaults(), 42));
        }
        return made;
    }
}
