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
        if (sorted.length == 0 || !(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("no quantile " + q + " of " + sorted.length + " values");
        }
        double at = (sorted.length - 1) * q;
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return between(sorted[below], sorted[above], at - below);
    }

    /**
     * The same by selection, which takes O(n) where sorting takes O(n·log n). The values end in another order.
     *
     * @param ascending quantiles wanted, lowest first
     */
    public static double[] select(double[] values, double... ascending) {
        double[] quantiles = new double[ascending.length];
        int from = 0;
        for (int i = 0; i < quantiles.length; i++) {
            double at = (values.length - 1) * ascending[i];
            int below = (int) Math.floor(at);
            place(values, from, below);
            double low = values[below];
            double high = low;
            if (below + 1 < values.length) {
                high = values[below + 1];
                for (int j = below + 2; j < values.length; j++) {
                    high = values[j] < high ? values[j] : high;
                }
            }
            quantiles[i] = between(low, high, at - below);
            from = below;
        }
        return quantiles;
    }

    private static double between(double low, double high, double share) {
        return low + share * (high - low);
    }

    /** Hoare's selection: the value of that rank comes to its place, smaller ones before it, larger ones after. */
    private static void place(double[] values, int from, int rank) {
        int low = from;
        int high = values.length - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
