package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import io.argus.domain.numeric.HierarchicalClustering;
import io.argus.domain.numeric.Linkage;
import java.util.Arrays;
import java.util.List;

/**
 * M. López de Prado, "Building diversified portfolios that outperform out of sample", Journal of Portfolio Management 42
 * (2016): assets are clustered by the Euclidean distance between their columns of correlation distances, put in the
 * order of the tree's leaves, and the capital is halved again and again, each half's part being one over its variance
 * under inverse-variance weights.
 */
record HierarchicalRiskParity(Linkage linkage) implements RawWeights {

    @Override
    public double[] weights(PortfolioProblem problem, List<String> notes) {
        Volatilities.requirePositive(problem);
        CovarianceMatrix covariance = problem.covariance();
        int[] order = leaves(covariance, linkage);
        double[] weights = new double[order.length];
        Arrays.fill(weights, 1);
        bisect(covariance, order, 0, order.length, weights);
        return WithinLimits.normalized(weights);
    }

    static int[] leaves(CovarianceMatrix covariance, Linkage linkage) {
        return HierarchicalClustering.of(distances(covariance), linkage).leafOrder();
    }

    private static void bisect(CovarianceMatrix covariance, int[] order, int from, int to, double[] weights) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double left = clusterVariance(covariance, order, from, middle);
        double right = clusterVariance(covariance, order, middle, to);
        // Two halves without variance have no reason to differ.
        double part = left + right > 0 ? 1 - left / (left + right) : 0.5;
        for (int i = from; i < to; i++) {
            weights[order[i]] *= i < middle ? part : 1 - part;
        }
        bisect(covariance, order, from, middle, weights);
        bisect(covariance, order, middle, to, weights);
    }

    private static double clusterVariance(CovarianceMatrix covariance, int[] order, int from, int to) {
        double[] inverse = new double[to - from];
        double sum = 0;
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / covariance.variance(order[from + i]);
            sum += inverse[i];
        }
        double variance = 0;
        for (int i = 0; i < inverse.length; i++) {
            double row = 0;
            for (int j = 0; j < inverse.length; j++) {
                row += covariance.at(order[from + i], order[from + j]) * (inverse[j] / sum);
            }
            variance += row * (inverse[i] / sum);
        }
        return Math.max(0, variance);
    }

    private static double[][] distances(CovarianceMatrix covariance) {
        int n = covariance.size();
        double[][] byCorrelation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                byCorrelation[i][j] = Math.sqrt((1 - covariance.correlation(i, j)) / 2);
            }
        }
        double[][] euclidean = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                euclidean[i][j] = distance(byCorrelation[i], byCorrelation[j]);
                euclidean[j][i] = euclidean[i][j];
            }
        }
        return euclidean;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            double difference = one[k] - other[k];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
