package io.argus.evaluation.scoring;

import io.argus.research.experiment.RegimeBucket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts of the composite score that look at one run, or at the runs of one class; each from 0 to 1. */
public final class Penalties {

    private static final double NO_MEAN = 1e-9;

    private Penalties() {}

    /** 0 up to 5 % of drawdown, 1 from 50 %, linear between. */
    public static double drawdown(double maxDrawdownPercent) {
        return clamp((maxDrawdownPercent - 5) / 45);
    }

    /** 0 from a fill rate of 0.8, 1 at 0, linear between. */
    public static double reject(double fillRate) {
        return clamp((0.8 - fillRate) / 0.8);
    }

    /**
     * How much the total results of the runs of one class differ: their coefficient of variation, 0 up to 0.3, 1 from
     * 2.0; 0.5 when they average to nothing, 0 with fewer than two.
     */
    public static double robustness(double[] totalPnl) {
        if (totalPnl.length < 2) {
            return 0;
        }
        double mean = mean(totalPnl);
        if (mean == 0) {
            return 0.5;
        }
        return clamp((populationDeviation(totalPnl, mean) / Math.abs(mean) - 0.3) / 1.7);
    }

    /**
     * How much of the result one market state made: the largest share of the sizes of the results within any factor that
     * has at least two values; 0.8 above 0.9, 0.5 above 0.8, else 0.
     *
     * @param buckets keyed {@code factor:value}
     */
    public static double regimeDependency(List<RegimeBucket> buckets) {
        Map<String, double[]> byFactor = new HashMap<>();
        for (RegimeBucket bucket : buckets) {
            String factor = bucket.key().contains(":")
                    ? bucket.key().substring(0, bucket.key().indexOf(':'))
                    : "";
            double[] tally = byFactor.computeIfAbsent(factor, each -> new double[3]);
            tally[0]++;
            tally[1] += Math.abs(bucket.pnl());
            tally[2] = Math.max(tally[2], Math.abs(bucket.pnl()));
        }
        double worst = 0;
        for (double[] tally : byFactor.values()) {
            if (tally[0] >= 2 && tally[1] > 0) {
                worst = Math.max(worst, tally[2] / tally[1]);
            }
        }
        if (worst > 0.9) {
            return 0.8;
        }
        return worst > 0.8 ? 0.5 : 0;
    }

    /**
     * How evenly the result spreads over market states, from 0 to 1: one less the coefficient of variation of the result
     * a bar; 0.5 with no bucket, 0 with one.
     */
    public static double regimeSensitivity(List<RegimeBucket> buckets) {
        double[] perBar = buckets.stream()
                .filter(bucket -> bucket.bars() > 0)
                .mapToDouble(bucket -> bucket.pnl() / bucket.bars())
                .toArray();
        if (perBar.length == 0) {
            return 0.5;
        }
        if (perBar.length == 1) {
            return 0;
        }
        double mean = mean(perBar);
        double deviation = populationDeviation(perBar, mean);
        double variation = Math.abs(mean) <= NO_MEAN ? (deviation > 0 ? 1 : 0) : deviation / Math.abs(mean);
        return 1 - Math.min(1, variation);
    }

    /** How well windows agree on the sign of the result: 0 from four in five, 0.8 at half; 0 with fewer than two. */
    public static double walkForward(double[] windowPnl) {
        if (windowPnl.length < 2) {
            return 0;
        }
        double gains = Arrays.stream(windowPnl).filter(pnl -> pnl > 0).count();
        double losses = Arrays.stream(windowPnl).filter(pnl -> pnl < 0).count();
        double consistency = Math.max(gains, losses) / windowPnl.length;
        if (consistency >= 0.8) {
            return 0;
        }
        return consistency <= 0.5 ? 0.8 : (0.8 - consistency) / 0.3 * 0.8;
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double populationDeviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
