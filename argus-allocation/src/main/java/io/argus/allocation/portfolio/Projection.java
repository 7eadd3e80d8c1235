package io.argus.allocation.portfolio;

import java.util.Arrays;

/** The nearest point, in the Euclidean norm, at which no weight is below 0 or above the cap and all sum to the total. */
final class Projection {

    private Projection() {}

    /**
     * The nearest point is the given one less a constant, cut to [0, cap]. The constant is found between two of the 2n
     * values at which a weight meets a bound: the sum is linear between them. Time O(n log n).
     *
     * @param total at most n times cap
     */
    static double[] onto(double[] point, double cap, double total) {
        double[] kinks = new double[2 * point.length];
        for (int i = 0; i < point.length; i++) {
            kinks[2 * i] = point[i];
            kinks[2 * i + 1] = point[i] - cap;
        }
        Arrays.sort(kinks);
        int low = 0;
        int high = kinks.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sum(point, kinks[middle], cap) >= total) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double atLow = sum(point, kinks[low], cap);
        double atHigh = sum(point, kinks[high], cap);
        double shift = atLow > atHigh
                ? kinks[low] + (kinks[high] - kinks[low]) * ((atLow - total) / (atLow - atHigh))
                : kinks[low];
        double[] projected = new double[point.length];
        Arrays.setAll(projected, i -> cut(point[i] - shift, cap));
        return projected;
    }

    private static double sum(double[] point, double shift, double cap) {
        double sum = 0;
        for (double each : point) {
            sum += cut(each - shift, cap);
        }
        return sum;
    }

    private static double cut(double value, double cap) {
        return Math.max(0, Math.min(cap, value));
    }
}
