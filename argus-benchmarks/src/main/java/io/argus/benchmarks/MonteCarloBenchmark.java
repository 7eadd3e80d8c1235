package io.argus.benchmarks;

import io.argus.app.runtime.Workers;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.ResamplingMethod;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten thousand paths of a thousand trades each, drawn in blocks of random length and compounded with their falls, ruin
 * and fan, beside a plain loop that draws an index and adds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MonteCarloBenchmark {

    private static final int PATHS = 10_000;
    private static final int TRADES = 1_000;
    private static final long SEED = 42;

    @Param({"1.5", "5", "20"})
    private double meanBlock;

    private final double[] returns = Samples.returns(TRADES, 5, 0.3);
    private final Workers workers = new Workers(2);
    private final WorkSplit two = new WorkSplit(workers, 2);

    /** Ends the workers. */
    @TearDown
    public void stop() {
        workers.close();
    }

    /** On one core. */
    @Benchmark
    public Finding<MonteCarloSummary> paths() {
        return MonteCarlo.of(returns, settings(), WorkSplit.onCaller());
    }

    /** On two. */
    @Benchmark
    public Finding<MonteCarloSummary> pathsOnTwoCores() {
        return MonteCarlo.of(returns, settings(), two);
    }

    /** The floor, on one core. */
    @Benchmark
    public double drawingAndAdding() {
        RandomStreams streams = new RandomStreams(SEED);
        double total = 0;
        for (int path = 0; path < PATHS; path++) {
            RandomStream random = streams.stream(path);
            double sum = 0;
            for (int trade = 0; trade < TRADES; trade++) {
                sum += returns[random.nextInt(TRADES)];
            }
            total += sum;
        }
        return total;
    }

    private MonteCarloSettings settings() {
        return new MonteCarloSettings(
                PATHS, MonteCarloUnit.DAILY, ResamplingMethod.STATIONARY, OptionalDouble.of(meanBlock), SEED, 0.2);
    }
}
