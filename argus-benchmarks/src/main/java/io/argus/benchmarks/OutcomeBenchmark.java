package io.argus.benchmarks;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.replay.outcome.OutcomeEngine;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** What followed each of a million bars at five horizons, beside one pass over the bars. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutcomeBenchmark {

    private static final long[] HORIZONS_SECONDS = {60, 300, 3_600, 14_400, 86_400};

    @Param({"250000", "1000000"})
    private int bars;

    private BarSeries series = Samples.minuteBars(1);

    /** Makes the bars. */
    @Setup
    public void prepare() {
        series = Samples.minuteBars(bars);
    }

    /** All five horizons. */
    @Benchmark
    public List<OutcomeSeries> outcomes() {
        // A new one each time, as an engine keeps for the next horizon what it worked out for the last.
        OutcomeEngine engine = new OutcomeEngine(TradingCalendar.roundTheClock(), 0);
        List<OutcomeSeries> all = new ArrayList<>();
        for (long horizon : HORIZONS_SECONDS) {
            all.add(engine.compute(series, horizon));
        }
        return all;
    }

    /** All five horizons, and then every figure of them once: a figure is worked out when it is asked for. */
    @Benchmark
    public double outcomesRead() {
        double sum = 0;
        for (OutcomeSeries outcomes : outcomes()) {
            for (int i = 0; i < outcomes.size(); i++) {
                sum += outcomes.forwardReturn(i) + outcomes.maxRunup(i) + outcomes.maxDrawdown(i);
                sum += outcomes.realizedVolatility(i);
            }
        }
        return sum;
    }

    /** The floor. */
    @Benchmark
    public double onePass() {
        double sum = 0;
        for (int i = 0; i < series.size(); i++) {
            sum += series.openTime(i) + series.closeTime(i);
            sum += series.open(i) + series.high(i) + series.low(i) + series.close(i) + series.volume(i);
        }
        return sum;
    }
}
