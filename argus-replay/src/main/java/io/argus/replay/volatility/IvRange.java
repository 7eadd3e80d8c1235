package io.argus.replay.volatility;

import io.argus.evaluation.metric.Quantiles;
import java.util.Arrays;

/**
 * The volatilities of some snapshots.
 *
 * @param count of snapshots, at least 1
 * @param firstMs when the first was received
 * @param lastMs when the last was received
 * @param least a decimal, as the others
 */
public record IvRange(int count, long firstMs, long lastMs, double least, double median, double largest) {

    /** Gathers them in the order of receipt. */
    static final class Gathered {

        private double[] volatilities = new double[16];
        private int count;
        private long firstMs;
        private long lastMs;

        void add(long receivedMs, double volatility) {
            if (count == volatilities.length) {
                volatilities = Arrays.copyOf(volatilities, 2 * count);
            }
            firstMs = count == 0 ? receivedMs : firstMs;
            lastMs = receivedMs;
            volatilities[count++] = volatility;
        }

        IvRange range() {
            double[] sorted = Arrays.copyOf(volatilities, count);
            Arrays.sort(sorted);
            return new IvRange(
                    count, firstMs, lastMs, sorted[0], Quantiles.ofSorted(sorted, 0.5), sorted[sorted.length - 1]);
        }
    }
}
