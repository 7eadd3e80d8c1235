package io.argus.evaluation.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What the worst and the best periods look like. */
public final class TailRisk {

    private TailRisk() {}

    /**
     * Mean of the worst share of returns as a positive loss, the boundary observation weighted by its part in the share
     * (Rockafellar and Uryasev 2002).
     *
     * @param tail in (0, 1]: 0.05 for the worst twentieth
     */
    public static OptionalDouble conditionalValueAtRisk(double[] returns, double tail) {
        if (!(tail > 0 && tail <= 1)) {
            throw new IllegalArgumentException("a tail lies in (0, 1]: " + tail);
        }
        if (returns.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double wanted = tail * sorted.length;
        double left = wanted;
        double sum = 0;
        for (int i = 0; i < sorted.length && left > 0; i++) {
            double weight = Math.min(1, left);
            sum += weight * sorted[i];
            left -= weight;
        }
        return OptionalDouble.of(-sum / wanted + 0.0);
    }

    /** Size of the 95th percentile over the size of the 5th; empty where that is 0. */
    public static OptionalDouble tailRatio(double[] returns) {
        if (returns.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double low = Math.abs(Quantiles.ofSorted(sorted, 0.05));
        return low == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(Quantiles.ofSorted(sorted, 0.95)) / low);
    }
}
