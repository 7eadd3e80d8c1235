package io.argus.evaluation.resampling;

import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.Moments;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Several strategies drawn again together, at the same times, so that what they lose on the same days stays together.
 *
 * @param portfolio of all, at their weights, rebalanced every period
 * @param alone of each as if it were the only one, on the same draws; empty reasons why not where it does not vary
 */
public record JointDrawdowns(MonteCarloSummary portfolio, List<Finding<MonteCarloSummary>> alone) {

    public JointDrawdowns {
        alone = List.copyOf(alone);
    }

    /**
     * @param returns of each strategy, over the same periods
     * @param weights share of the capital in each; what is left earns nothing
     */
    public static Finding<JointDrawdowns> of(
            List<double[]> returns, double[] weights, MonteCarloSettings settings, WorkSplit split) {
        if (returns.isEmpty() || returns.size() != weights.length) {
            throw new IllegalArgumentException(returns.size() + " strategies but " + weights.length + " weights");
        }
        int n = returns.get(0).length;
        if (returns.stream().anyMatch(each -> each.length != n)) {
            throw new IllegalArgumentException("strategies must stand over the same periods");
        }
        double[] together = new double[n];
        for (int strategy = 0; strategy < weights.length; strategy++) {
            double[] own = returns.get(strategy);
            double weight = weights[strategy];
            Arrays.setAll(together, row -> together[row] + weight * own[row]);
        }
        // One length for all, or the draws would not be at the same times.
        List<double[]> varying = returns.stream()
                .filter(each -> each.length > 1 && Moments.of(each).varies())
                .toList();
        double block = BlockLength.chosen(settings, () -> BlockLength.mean(varying));
        MonteCarloSettings common = new MonteCarloSettings(
                settings.paths(),
                settings.unit(),
                settings.method(),
                OptionalDouble.of(block),
                settings.seed(),
                settings.ruinLevel());
        List<Finding<MonteCarloSummary>> alone = new ArrayList<>();
        returns.forEach(each -> alone.add(MonteCarlo.of(each, common, split)));
        return MonteCarlo.of(together, common, split).map(portfolio -> new JointDrawdowns(portfolio, alone));
    }

    /** The 95th percentile of the portfolio's deepest fall, as a fraction. */
    public double p95Drawdown() {
        return portfolio.p95Drawdown();
    }
}
