package io.argus.evaluation.significance;

import io.argus.domain.numeric.HierarchicalClustering;
import io.argus.domain.numeric.Linkage;
import io.argus.evaluation.metric.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many different trials there were, estimated in three ways from the correlations of their returns. Trials that never
 * vary are left out. Immutable.
 */
public final class EffectiveTrials {

    private static final double CUT = 0.5;
    /** A correlation of exactly 0.5 must not fall out of its cluster by rounding. */
    private static final double ROUNDING = 1e-12;

    /** Of the trials that vary, deviations from the mean divided by their length, so that products are correlations. */
    private final double[][] standardized;

    private final double[][] correlation;

    private EffectiveTrials(List<double[]> trials) {
        standardized = trials.stream()
                .filter(EffectiveTrials::varies)
                .map(EffectiveTrials::standardized)
                .toArray(double[][]::new);
        int n = standardized.length;
        correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            correlation[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double product = Math.min(1, Math.max(-1, product(standardized[i], standardized[j])));
                correlation[i][j] = product;
                correlation[j][i] = product;
            }
        }
    }

    /**
     * O(n²·T).
     *
     * @param trials returns of each, all over the same rows
     * @throws IllegalArgumentException when their lengths differ
     */
    public static EffectiveTrials of(List<double[]> trials) {
        if (trials.stream().anyMatch(each -> each.length != trials.get(0).length)) {
            throw new IllegalArgumentException("trials must stand over the same rows");
        }
        return new EffectiveTrials(trials);
    }

    /** The number of clusters: at least 1 when any trial varies, else 0. */
    public static int count(List<double[]> trials) {
        return of(trials).clusters();
    }

    static boolean varies(double[] trial) {
        return trial.length > 1 && Moments.of(trial).varies();
    }

    /**
     * Clusters by complete linkage on the distance sqrt((1-ρ)/2), cut at 0.5, so that within one every pair correlates at
     * 0.5 or more; after López de Prado and Lewis, "Detection of False Investment Strategies Using Unsupervised Learning
     * Methods", 2019. Trying the same thing again does not raise the number.
     */
    public int clusters() {
        int n = correlation.length;
        if (n < 2) {
            return n;
        }
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = Math.sqrt((1 - correlation[i][j]) / 2);
            }
        }
        int[] labels = HierarchicalClustering.of(distance, Linkage.COMPLETE).cut(CUT + ROUNDING);
        return Arrays.stream(labels).max().orElse(-1) + 1;
    }

    /**
     * ρ̄ + (1-ρ̄)·n with the mean correlation ρ̄ of all pairs, not below 0 (Bailey and López de Prado, "The Deflated
     * Sharpe Ratio", 2014, appendix 3). Empty when no trial varies.
     */
    public OptionalDouble byAverageCorrelation() {
        int n = correlation.length;
        if (n < 2) {
            return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(1);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += correlation[i][j];
            }
        }
        double mean = Math.max(0, sum / (n * (n - 1) / 2.0));
        return OptionalDouble.of(mean + (1 - mean) * n);
    }

    /**
     * The exponential of the entropy of the correlation matrix's eigenvalues, as shares of their sum (Roy and Vetterli,
     * "The Effective Rank", 2007): the number of equally important directions. Empty when no trial varies. O(n³).
     */
    public OptionalDouble byEffectiveRank() {
        int n = correlation.length;
        if (n == 0) {
            return OptionalDouble.empty();
        }
        double entropy = 0;
        for (double eigenvalue : SymmetricEigenvalues.of(correlation)) {
            double share = eigenvalue / n;
            entropy -= share > 0 ? share * StrictMath.log(share) : 0;
        }
        return OptionalDouble.of(StrictMath.exp(entropy));
    }

    private static double[] standardized(double[] values) {
        double mean = Moments.of(values).mean();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double length = Math.sqrt(squares);
        return Arrays.stream(values).map(value -> (value - mean) / length).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
