package io.argus.benchmarks;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.ImpliedVolatility;
import io.argus.domain.option.OptionContract.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The volatility behind a price, beside one price, over options of many strikes, maturities and volatilities. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImpliedVolatilityBenchmark {

    private static final int OPTIONS = 1_000;

    private final List<EuropeanOption> options = new ArrayList<>();
    private final double[] volatility = new double[OPTIONS];
    private final double[] price = new double[OPTIONS];

    /** Draws the options and prices them. */
    @Setup
    public void prepare() {
        RandomStream random = new RandomStreams(9).stream(0);
        for (int i = 0; i < OPTIONS; i++) {
            Right right = i % 2 == 0 ? Right.CALL : Right.PUT;
            double strike = 100 * (0.8 + 0.4 * random.nextDouble());
            double years = 0.02 + random.nextDouble();
            options.add(new EuropeanOption(right, 100, strike, years, 0.03, 0.01));
            volatility[i] = 0.1 + 0.7 * random.nextDouble();
            price[i] = BlackScholes.price(options.get(i), volatility[i]);
        }
    }

    /** One volatility from its price. */
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public double impliedVolatility() {
        double sum = 0;
        for (int i = 0; i < OPTIONS; i++) {
            sum += ImpliedVolatility.of(options.get(i), price[i]).find().orElse(0);
        }
        return sum;
    }

    /** One price from its volatility: the floor. */
    @Benchmark
    @OperationsPerInvocation(OPTIONS)
    public double price() {
        double sum = 0;
        for (int i = 0; i < OPTIONS; i++) {
            sum += BlackScholes.price(options.get(i), volatility[i]);
        }
        return sum;
    }
}
