package io.argus.benchmarks;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import java.util.ArrayList;
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

/** Ten thousand forecasts sized by fractional Kelly and allocated, each with its trail, beside μ/σ² alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ForecastBenchmark {

    private static final int FORECASTS = 10_000;
    private static final double EQUITY = 1_000_000;

    private final AllocationEngine engine = new AllocationEngine();
    private final List<Forecast> forecasts = forecasts();
    private final AllocationRequest request = AllocationRequest.of(forecasts, EQUITY, AllocationSettings.defaults());

    /** The plan with all of its explanations. */
    @Benchmark
    public AllocationPlan plan() {
        return engine.plan(request);
    }

    /** The floor. */
    @Benchmark
    public double muOverVariance() {
        double sum = 0;
        for (Forecast forecast : forecasts) {
            sum += forecast.mu() / (forecast.sigma() * forecast.sigma());
        }
        return sum;
    }

    private static List<Forecast> forecasts() {
        RandomStream random = new RandomStreams(3).stream(0);
        List<Forecast> made = new ArrayList<>();
        for (int i = 0; i < FORECASTS; i++) {
            double mu = 0.3 * (random.nextDouble() - 0.2);
            made.add(Forecast.of("strategy-" + i, "S" + i % 50, mu, 0.05 + 0.5 * random.nextDouble()));
        }
        return made;
    }
}
