package io.argus.testkit;

import io.argus.allocation.covariance.CovarianceEstimator;
import io.argus.allocation.covariance.CovarianceMatrix;
import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.PortfolioProblem;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.portfolio.WeightLimits;
import io.argus.domain.ArgusException;
import io.argus.domain.returns.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static io.argus.testkit.Laws.require;

/**
 * The laws of allocators (docs/methods.md, section 10), for any allocator: extend, give the allocator, run. A problem that
 * it refuses with an {@link ArgusException} breaks no law.
 */
public abstract class AllocatorLaws {

    private static final double ROUNDING = 1e-9;

    /** One for all laws. */
    protected AllocatorLaws() {}

    /** The allocator on trial. */
    protected abstract Allocator allocator();

    /** Whether it holds as much as the limits allow; one that asks for a gain may hold less. */
    protected boolean holdsAsMuchAsAllowed() {
        return true;
    }

    /** Whether the same assets in another order get the same weights; with ties, or by its recipe, one may not. */
    protected boolean ignoresTheOrderOfAssets() {
        return true;
    }

    /** No weight below 0, above the cap, or without being a number. */
    @Property(tries = 200)
    public void keepsEachWeightWithinItsLimits(
            @ForAll("tables") ReturnTable table, @ForAll("limits") WeightLimits limits) {
        for (double weight : weights(problem(table, limits))) {
            require(weight >= 0 && weight <= limits.cap() + ROUNDING, "weight " + weight + " under " + limits);
        }
    }

    /** Together as much as the limits say. */
    @Property(tries = 200)
    public void keepsTheSum(@ForAll("tables") ReturnTable table, @ForAll("limits") WeightLimits limits) {
        double[] weights = weights(problem(table, limits));
        double total = limits.total(table.trials());
        double sum = Arrays.stream(weights).sum();
        boolean refused = weights.length == 0;
        require(refused || sum <= total + ROUNDING, "together " + sum + " of " + total);
        require(refused || !holdsAsMuchAsAllowed() || sum >= total - ROUNDING, "together " + sum + " of " + total);
    }

    /** The same problem gets the same weights. */
    @Property(tries = 100)
    public void isDeterministic(@ForAll("tables") ReturnTable table, @ForAll("limits") WeightLimits limits) {
        double[] first = weights(problem(table, limits));
        require(Arrays.equals(first, weights(problem(table, limits))), "the second time it was different");
    }

    /** The same assets in another order get the same weights; see {@link #ignoresTheOrderOfAssets}. */
    @Property(tries = 100)
    public void ignoresOrder(@ForAll("tables") ReturnTable table, @ForAll("limits") WeightLimits limits) {
        if (!ignoresTheOrderOfAssets() || table.rows() <= table.trials() + 1) {
            return;
        }
        double[] there = weights(problem(table, limits));
        double[] back = weights(problem(reversed(table), limits));
        for (int i = 0; i < there.length && there.length == back.length; i++) {
            double difference = Math.abs(there[i] - back[there.length - 1 - i]);
            require(difference <= 1e-6, "in another order an asset's weight differs by " + difference);
        }
    }

    /** What the laws try. */
    @Provide
    public Arbitrary<ReturnTable> tables() {
        return ReturnTables.any();
    }

    /** What the laws try it under. */
    @Provide
    public Arbitrary<WeightLimits> limits() {
        return Configurations.limits();
    }

    /** Empty where the problem is refused. */
    private double[] weights(PortfolioProblem problem) {
        PortfolioWeights weights;
        try {
            weights = allocator().allocate(problem);
        } catch (ArgusException refused) {
            return new double[0];
        }
        require(weights.size() == problem.names().size(), "there are " + weights.size() + " weights");
        return weights.toArray();
    }

    private static PortfolioProblem problem(ReturnTable table, WeightLimits limits) {
        CovarianceMatrix covariance = CovarianceEstimator.SAMPLE.estimate(table).matrix();
        double[] mu = new double[table.trials()];
        Arrays.setAll(mu, i -> Arrays.stream(table.column(i)).sum() / table.rows());
        return new PortfolioProblem(table.names(), covariance, mu, limits);
    }

    private static ReturnTable reversed(ReturnTable table) {
        List<String> names = new ArrayList<>(table.names());
        Collections.reverse(names);
        List<double[]> columns = new ArrayList<>(table.columns());
        Collections.reverse(columns);
        return ReturnTable.of(table.labels(), names, columns.toArray(double[][]::new));
    }
}
