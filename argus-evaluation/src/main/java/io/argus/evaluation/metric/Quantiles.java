package io.argus.evaluation.metric;

import java.util.Arrays;

/** Quantiles that lie linearly between order statistics, at (n-1)·q (Hyndman and Fan 1996, type 7). */
public final class Quantiles {

    private Quantiles() {}

    /**
     * @param values in any order; left as they are
     * @param q in [0, 1]
     */
    public static double of(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, q);
    }

    /**
     * @param sorted ascending
     * @param q in [0, 1]
     */
    public static double ofSorted(double[] sorted, double q) {
        double at = place(sorted.length, q);
        return between(sorted[below(at)], sorted[above(at)], at);
    }

    /**
     * The same for several quantiles of many values, in O(n) unless most lie close together and few far away.
     *
     * @param values in any order, none of them NaN; left as they are
     * @param quantiles each in [0, 1]
     */
    public static double[] select(double[] values, double... quantiles) {
        int[] ranks = new int[2 * quantiles.length];
        for (int i = 0; i < quantiles.length; i++) {
            double at = place(values.length, quantiles[i]);
            ranks[2 * i] = below(at);
            ranks[2 * i + 1] = above(at);
        }
        RankedValues ranked = new RankedValues(values, ranks);
        double[] selected = new double[quantiles.length];
        for (int i = 0; i < selected.length; i++) {
            double at = place(values.length, quantiles[i]);
            selected[i] = between(ranked.at(below(at)), ranked.at(above(at)), at);
        }
        return selected;
    }

    private static double place(int count, double q) {
        if (count == 0 || !(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("no quantile " + q + " of " + count + " values");
        }
        return (count - 1) * q;
    }

    private static int below(double place) {
        return (int) Math.floor(place);
    }

    private static int above(double place) {
        return (int) Math.ceil(place);
    }

    private static double between(double low, double high, double place) {
        return low + (place - below(place)) * (high - low);
    }
}
