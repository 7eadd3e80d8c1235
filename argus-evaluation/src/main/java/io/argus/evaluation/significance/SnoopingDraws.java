package io.argus.evaluation.significance;

import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.BlockBootstrap;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.research.experiment.ResamplingMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One set of draws, the same rows for all trials, and what the three tests read from it. A draw is a vector of how often
 * each row appears, so that the means of all trials are a product with the matrix of their rows; four draws share every
 * load of a row.
 */
final class SnoopingDraws {

    private static final int TOGETHER = 4;

    private final List<TestedTrial> trials;
    private final int rows;
    private final double root;
    /** Deviations by row, then by trial. */
    private final double[][] matrix;
    /** Mean of a draw's deviations, by draw, then by trial. */
    private final double[][] means;

    private SnoopingDraws(List<TestedTrial> trials, int draws) {
        this.trials = List.copyOf(trials);
        rows = trials.get(0).deviations().length;
        root = Math.sqrt(rows);
        matrix = new double[rows][trials.size()];
        means = new double[draws][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] deviations = trials.get(trial).deviations();
            for (int row = 0; row < rows; row++) {
                matrix[row][trial] = deviations[row];
            }
        }
    }

    static SnoopingDraws of(List<TestedTrial> trials, int draws, double blockLength, long seed, WorkSplit split) {
        SnoopingDraws set = new SnoopingDraws(trials, draws);
        BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, set.rows, blockLength);
        RandomStreams streams = new RandomStreams(seed);
        int batches = (draws + TOGETHER - 1) / TOGETHER;
        split.run(batches, (from, to) -> {
            double[][] counts = new double[TOGETHER][set.rows];
            double[][] sums = new double[TOGETHER][trials.size()];
            for (int batch = from; batch < to; batch++) {
                int first = batch * TOGETHER;
                int size = Math.min(TOGETHER, draws - first);
                for (int i = 0; i < size; i++) {
                    bootstrap.multiplicities(streams.stream(first + i), counts[i]);
                }
                set.multiply(counts, sums);
                for (int i = 0; i < size; i++) {
                    double[] mean = set.means[first + i];
                    for (int trial = 0; trial < mean.length; trial++) {
                        mean[trial] = sums[i][trial] / set.rows;
                    }
                }
            }
        });
        return set;
    }

    private void multiply(double[][] counts, double[][] sums) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int row = 0; row < rows; row++) {
            add(matrix[row], counts[0][row], counts[1][row], counts[2][row], counts[3][row], sums);
        }
    }

    private static void add(double[] values, double n0, double n1, double n2, double n3, double[][] sums) {
        double[] s0 = sums[0];
        double[] s1 = sums[1];
        double[] s2 = sums[2];
        double[] s3 = sums[3];
        for (int trial = 0; trial < values.length; trial++) {
            double value = values[trial];
            s0[trial] += n0 * value;
            s1[trial] += n1 * value;
            s2[trial] += n2 * value;
            s3[trial] += n3 * value;
        }
    }

    DataSnooping.RealityCheck realityCheck() {
        double statistic =
                root * trials.stream().mapToDouble(TestedTrial::mean).max().orElseThrow();
        if (statistic <= 0) {
            return new DataSnooping.RealityCheck(statistic, 1);
        }
        int reached = 0;
        for (double[] mean : means) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double each : mean) {
                largest = Math.max(largest, root * each);
            }
            reached += largest >= statistic ? 1 : 0;
        }
        return new DataSnooping.RealityCheck(statistic, pValue(reached));
    }

    DataSnooping.SuperiorAbility superiorAbility() {
        double statistic = Math.max(
                0, trials.stream().mapToDouble(TestedTrial::ratio).max().orElseThrow());
        if (statistic == 0) {
            return new DataSnooping.SuperiorAbility(0, 1, 1, 1);
        }
        int lower = 0;
        int consistent = 0;
        int upper = 0;
        for (double[] mean : means) {
            double low = 0;
            double middle = 0;
            double high = 0;
            for (int trial = 0; trial < mean.length; trial++) {
                TestedTrial each = trials.get(trial);
                low = Math.max(low, (mean[trial] + Math.min(0, each.mean())) * each.scale());
                middle = Math.max(middle, (mean[trial] + each.consistentOffset()) * each.scale());
                high = Math.max(high, mean[trial] * each.scale());
            }
            lower += low >= statistic ? 1 : 0;
            consistent += middle >= statistic ? 1 : 0;
            upper += high >= statistic ? 1 : 0;
        }
        return new DataSnooping.SuperiorAbility(statistic, pValue(lower), pValue(consistent), pValue(upper));
    }

    /** Positions among the tested trials. */
    Finding<List<Integer>> stepDown(double alpha) {
        // The product may stand a rounding above a whole number.
        int rank = (int) Math.ceil((1 - alpha) * (means.length + 1) - 1e-9);
        if (rank > means.length) {
            return Finding.none(means.length + " draws are too few for an error rate of " + alpha);
        }
        boolean[] selected = new boolean[trials.size()];
        boolean more = true;
        while (more && !all(selected)) {
            double critical = criticalValue(selected, rank);
            more = false;
            for (int trial = 0; trial < selected.length; trial++) {
                if (!selected[trial] && trials.get(trial).ratio() > critical) {
                    selected[trial] = true;
                    more = true;
                }
            }
        }
        List<Integer> positions = new ArrayList<>();
        for (int trial = 0; trial < selected.length; trial++) {
            if (selected[trial]) {
                positions.add(trial);
            }
        }
        return Finding.of(positions);
    }

    /** The draws' maxima over the trials that are left, at a rank counted from 1. */
    private double criticalValue(boolean[] selected, int rank) {
        double[] maxima = new double[means.length];
        for (int draw = 0; draw < maxima.length; draw++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int trial = 0; trial < selected.length; trial++) {
                if (!selected[trial]) {
                    largest = Math.max(
                            largest, means[draw][trial] * trials.get(trial).scale());
                }
            }
            maxima[draw] = largest;
        }
        Arrays.sort(maxima);
        return maxima[rank - 1];
    }

    private static boolean all(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }

    private double pValue(int reached) {
        return (1.0 + reached) / (means.length + 1.0);
    }
}
