package io.argus.benchmarks;

import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.BlockLength;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.significance.BacktestOverfitting;
import io.argus.evaluation.significance.DataSnooping;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tests of whole sets of trials, and the block length that they draw with, each on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignificanceBenchmark {

    private final List<double[]> hundredTrials = Samples.trials(100, 1_000);
    private final List<double[]> tenTrials = Samples.trials(10, 240);
    private final double[] series = Samples.returns(1_000, 5, 0.3);

    /** Reality check, superior predictive ability and step-down: 1 000 rows, 100 trials, 1 000 draws. */
    @Benchmark
    public Finding<DataSnooping> dataSnooping() {
        return DataSnooping.of(hundredTrials, DataSnooping.Settings.defaults(), WorkSplit.onCaller());
    }

    /** Probability of backtest overfitting: 16 blocks, 10 trials, 240 rows. */
    @Benchmark
    public Finding<BacktestOverfitting> overfitting() {
        return BacktestOverfitting.of(tenTrials, 16);
    }

    /** Automatic block length of 1 000 rows. */
    @Benchmark
    public BlockLength blockLength() {
        return BlockLength.of(series);
    }
}
