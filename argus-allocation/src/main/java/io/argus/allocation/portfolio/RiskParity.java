package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import io.argus.domain.DataException;
import java.util.Arrays;
import java.util.List;

/**
 * Contributions to risk in proportion to budgets. The weights are, but for their sum, where x'Cx/2 - Σ b ln x is least
 * (F. Spinu, "An algorithm for computing risk parity weights", 2013), found one asset at a time (T. Griveau-Billion,
 * J.-C. Richard and T. Roncalli, "A fast algorithm for computing high-dimensional risk parity portfolios", 2013): each
 * step solves a quadratic equation. On correlations, since the answer for other volatilities is that over them.
 */
record RiskParity(RiskBudgets budgets) implements RawWeights {

    private static final int MOST_SWEEPS = 20_000;
    /** Of the relative difference between a contribution and its budget. */
    private static final double CLOSE = 1e-13;

    private static final double GOOD_ENOUGH = 1e-10;

    @Override
    public double[] weights(PortfolioProblem problem, List<String> notes) {
        Volatilities.requirePositive(problem);
        double[] shares = budgets.shares(problem.names(), notes);
        int[] held = held(shares);
        CovarianceMatrix covariance = problem.covariance().select(held);
        double[] budget = new double[held.length];
        Arrays.setAll(budget, i -> shares[held[i]]);
        double[] x = solved(correlations(covariance), budget);
        double[] weights = new double[shares.length];
        for (int i = 0; i < held.length; i++) {
            weights[held[i]] = x[i] / covariance.volatility(i);
        }
        return WithinLimits.normalized(weights);
    }

    private static double[] solved(double[][] correlation, double[] budget) {
        int n = budget.length;
        double[] x = new double[n];
        double[] product = new double[n];
        start(correlation, budget, x, product);
        double error = Double.MAX_VALUE;
        for (int sweep = 0; sweep < MOST_SWEEPS && error > CLOSE; sweep++) {
            for (int i = 0; i < n; i++) {
                double others = product[i] - x[i];
                double root = Math.sqrt(others * others + 4 * budget[i]);
                // Of two forms of the positive root, the one without a difference of near equals.
                double next = others > 0 ? 2 * budget[i] / (others + root) : (root - others) / 2;
                add(product, correlation[i], next - x[i]);
                x[i] = next;
            }
            multiply(correlation, x, product);
            double before = error;
            error = error(x, product, budget);
            if (error < GOOD_ENOUGH && error >= before) {
                break;
            }
        }
        if (!(error < GOOD_ENOUGH)) {
            throw new DataException(
                    "covariance",
                    "is singular in a way that leaves no risk parity: some portfolio has no risk to share; use"
                            + " covariance: ledoit_wolf");
        }
        return x;
    }

    /** In proportion to the square roots of the budgets, of such a size that the contributions sum to 1. */
    private static void start(double[][] correlation, double[] budget, double[] x, double[] product) {
        Arrays.setAll(x, i -> Math.sqrt(budget[i]));
        multiply(correlation, x, product);
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            variance += x[i] * product[i];
        }
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
        for (int i = 0; i < x.length; i++) {
            x[i] *= scale;
            product[i] *= scale;
        }
    }

    private static double error(double[] x, double[] product, double[] budget) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            worst = Math.max(worst, Math.abs(x[i] * product[i] / budget[i] - 1));
        }
        return worst;
    }

    private static void add(double[] to, double[] row, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * row[i];
        }
    }

    private static void multiply(double[][] matrix, double[] x, double[] into) {
        Arrays.fill(into, 0);
        for (int i = 0; i < x.length; i++) {
            add(into, matrix[i], x[i]);
        }
    }

    private static int[] held(double[] shares) {
        int count = 0;
        int[] held = new int[shares.length];
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                held[count++] = i;
            }
        }
        return Arrays.copyOf(held, count);
    }

    private static double[][] correlations(CovarianceMatrix covariance) {
        double[][] correlations = new double[covariance.size()][covariance.size()];
        for (int i = 0; i < correlations.length; i++) {
            for (int j = 0; j < correlations.length; j++) {
                correlations[i][j] = covariance.correlation(i, j);
            }
        }
        return correlations;
    }
}
