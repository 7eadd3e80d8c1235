package io.argus.benchmarks;

import io.argus.allocation.covariance.CovarianceEstimate;
import io.argus.allocation.covariance.CovarianceEstimator;
import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.PortfolioProblem;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.portfolio.WeightLimits;
import io.argus.domain.returns.ReturnTable;
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

/** Portfolios of two hundred assets, and a covariance of five hundred. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PortfolioBenchmark {

    private final ReturnTable wide = Samples.table(2_500, 500);
    private final PortfolioProblem problem = problem();

    /** Equal contributions to risk. */
    @Benchmark
    public PortfolioWeights riskParity() {
        return Allocator.riskParity().allocate(problem);
    }

    /** Hierarchical risk parity. */
    @Benchmark
    public PortfolioWeights hierarchicalRiskParity() {
        return Allocator.hierarchicalRiskParity().allocate(problem);
    }

    /** Shrunk covariance of 2 500 rows and 500 columns. */
    @Benchmark
    public CovarianceEstimate ledoitWolf() {
        return CovarianceEstimator.LEDOIT_WOLF.estimate(wide);
    }

    private static PortfolioProblem problem() {
        ReturnTable returns = Samples.table(1_000, 200);
        return PortfolioProblem.of(
                returns.names(),
                CovarianceEstimator.LEDOIT_WOLF.estimate(returns).matrix(),
                WeightLimits.wholeCapital());
    }
}
