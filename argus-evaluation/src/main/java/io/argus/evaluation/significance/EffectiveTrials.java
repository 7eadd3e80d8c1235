package io.argus.evaluation.significance;

import io.argus.domain.numeric.HierarchicalClustering;
import io.argus.domain.numeric.Linkage;
import io.argus.evaluation.metric.Moments;
import java.util.Arrays;
import java.util.List;

/**
 * How many different trials there were: clusters by complete linkage on the distance sqrt((1-ρ)/2), cut at 0.5, so that
 * within one every pair correlates at 0.5 or more. Trials that never vary are left out; trying the same thing again does
 * not raise the number.
 */
public final class EffectiveTrials {

    private static final double CUT = 0.5;
    /** A correlation of exactly 0.5 must not fall out of its cluster by rounding. */
    private static final double ROUNDING = 1e-12;

    private EffectiveTrials() {}

    /**
     * @param trials returns of each, all over the same rows
     * @return at least 1 when any trial varies, else 0; O(n² · T)
     */
    public static int count(List<double[]> trials) {
        double[][] standardized = trials.stream()
                .filter(trial -> trial.length > 1 && Moments.of(trial).varies())
                .map(EffectiveTrials::standardized)
                .toArray(double[][]::new);
        int n = standardized.length;
        if (n < 2) {
            return n;
        }
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double correlation = Math.min(1, Math.max(-1, product(standardized[i], standardized[j])));
                distance[i][j] = Math.sqrt((1 - correlation) / 2);
                distance[j][i] = distance[i][j];
            }
        }
        int[] labels = HierarchicalClustering.of(distance, Linkage.COMPLETE).cut(CUT + ROUNDING);
        return Arrays.stream(labels).max().orElse(-1) + 1;
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
