package io.argus.evaluation.significance;

import java.util.Arrays;

/**
 * A trial's rows in blocks of one length: what Sharpe ratios over any union of blocks need. Sums are of deviations from
 * the trial's mean, so that squares do not cancel.
 */
final class BlockSums {

    /** A range this small beside the size of the values is their rounding. */
    private static final double ROUNDING = 1e-14;

    private final int rowsInBlock;
    private final double mean;
    private final double largest;
    private final double[] sum;
    private final double[] squares;
    private final double[] least;
    private final double[] most;
    private final boolean anyFlatBlock;

    private BlockSums(double[] rows, int blocks) {
        rowsInBlock = rows.length / blocks;
        mean = Arrays.stream(rows).sum() / rows.length;
        sum = new double[blocks];
        squares = new double[blocks];
        least = new double[blocks];
        most = new double[blocks];
        double size = 0;
        for (int block = 0; block < blocks; block++) {
            least[block] = Double.POSITIVE_INFINITY;
            most[block] = Double.NEGATIVE_INFINITY;
            for (int row = block * rowsInBlock; row < (block + 1) * rowsInBlock; row++) {
                double deviation = rows[row] - mean;
                sum[block] += deviation;
                squares[block] += deviation * deviation;
                least[block] = Math.min(least[block], rows[row]);
                most[block] = Math.max(most[block], rows[row]);
            }
            size = Math.max(size, Math.max(most[block], -least[block]));
        }
        largest = size;
        boolean flat = false;
        for (int block = 0; block < blocks; block++) {
            flat |= most[block] - least[block] <= ROUNDING * largest;
        }
        anyFlatBlock = flat;
    }

    /**
     * @param rows as many as fill the blocks
     */
    static BlockSums of(double[] rows, int blocks) {
        return new BlockSums(rows, blocks);
    }

    boolean varies() {
        return varies((1 << sum.length) - 1);
    }

    /**
     * Sharpe ratio a row over the blocks whose bits are set, with the sample's standard deviation; 0 where nothing varies.
     */
    double sharpe(int mask, int blocksInMask) {
        if (anyFlatBlock && !varies(mask)) {
            return 0;
        }
        double total = 0;
        double totalSquares = 0;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int block = Integer.numberOfTrailingZeros(rest);
            total += sum[block];
            totalSquares += squares[block];
        }
        double n = (double) rowsInBlock * blocksInMask;
        double variance = (totalSquares - total * total / n) / (n - 1);
        return variance > 0 ? (mean + total / n) / Math.sqrt(variance) : 0;
    }

    private boolean varies(int mask) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int block = Integer.numberOfTrailingZeros(rest);
            low = Math.min(low, least[block]);
            high = Math.max(high, most[block]);
        }
        return high - low > ROUNDING * largest;
    }
}
