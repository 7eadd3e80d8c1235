package io.argus.evaluation.significance;

import java.util.Arrays;

/**
 * A trial's rows in blocks of one length: what Sharpe ratios over any union of blocks need. Sums are of deviations from
 * the trial's mean, so that squares do not cancel.
 */
final class BlockSums {

    /** A range this small beside the size of the values is their rounding. */
    private static final double ROUNDING = 1e-14;

    /** Half of the most blocks there are: a union is looked up in two tables of 256 choices instead of summed. */
    private static final int LOWER_BLOCKS = 8;

    private final int rowsInBlock;
    private final double mean;
    private final double largest;
    /** Sums and squared sums over every choice among the lower blocks, and among the upper ones, in pairs. */
    private final double[] lower;

    private final double[] upper;
    private final double[] least;
    private final double[] most;
    private final boolean anyFlatBlock;

    private BlockSums(double[] rows, int blocks) {
        rowsInBlock = rows.length / blocks;
        mean = Arrays.stream(rows).sum() / rows.length;
        double[] sum = new double[blocks];
        double[] squares = new double[blocks];
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
        lower = choices(sum, squares, 0, Math.min(LOWER_BLOCKS, blocks));
        upper = choices(sum, squares, Math.min(LOWER_BLOCKS, blocks), blocks);
    }

    /** A choice is the one without its lowest block, and that block. */
    private static double[] choices(double[] sum, double[] squares, int from, int to) {
        double[] pairs = new double[2 << (to - from)];
        for (int mask = 1; mask < 1 << (to - from); mask++) {
            int block = from + Integer.numberOfTrailingZeros(mask);
            int without = mask & (mask - 1);
            pairs[2 * mask] = pairs[2 * without] + sum[block];
            pairs[2 * mask + 1] = pairs[2 * without + 1] + squares[block];
        }
        return pairs;
    }

    /**
     * @param rows as many as fill the blocks
     */
    static BlockSums of(double[] rows, int blocks) {
        return new BlockSums(rows, blocks);
    }

    boolean varies() {
        return varies((1 << least.length) - 1);
    }

    /**
     * Sharpe ratio a row over the blocks whose bits are set, with the sample's standard deviation; 0 where nothing varies.
     */
    double sharpe(int mask, int blocksInMask) {
        if (anyFlatBlock && !varies(mask)) {
            return 0;
        }
        int low = 2 * (mask & ((1 << LOWER_BLOCKS) - 1));
        int high = 2 * (mask >>> LOWER_BLOCKS);
        double total = lower[low] + upper[high];
        double totalSquares = lower[low + 1] + upper[high + 1];
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
