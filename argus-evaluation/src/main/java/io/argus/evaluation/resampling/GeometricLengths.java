package io.argus.evaluation.resampling;

import java.util.Arrays;

/**
 * Lengths of blocks that end after each period with the same probability, by table: a uniform number is looked up among
 * the cumulative probabilities, from where a coarse guide says. Immutable.
 */
final class GeometricLengths {

    /** So many that few numbers need a search, which a processor guesses wrong, and few enough for its nearest cache. */
    private static final int GUIDE_BITS = 12;

    private static final int LONGEST_TABLE = 4_096;
    /** Uniform numbers are multiples of this: finer probabilities cannot be drawn. */
    private static final double RESOLUTION = 0x1p-32;

    /** At i, the probability of a length of at most i + 1. */
    private final double[] cumulative;

    private final int[] guide = new int[1 << GUIDE_BITS];

    /** The length that all numbers of a guide's place give, or 0 where they give several. */
    private final short[] decided = new short[1 << GUIDE_BITS];

    /**
     * @param mean at least 1
     */
    GeometricLengths(double mean) {
        double goingOn = 1 - 1 / mean;
        double[] table = new double[LONGEST_TABLE];
        double surviving = 1;
        int size = 0;
        while (size < LONGEST_TABLE && (size == 0 || surviving > RESOLUTION)) {
            surviving *= goingOn;
            table[size++] = 1 - surviving;
        }
        cumulative = Arrays.copyOf(table, size);
        int at = 0;
        for (int i = 0; i < guide.length; i++) {
            double least = (double) i / guide.length;
            while (at < size - 1 && cumulative[at] <= least) {
                at++;
            }
            guide[i] = at;
            decided[i] = (short) (cumulative[at] >= (double) (i + 1) / guide.length ? at + 1 : 0);
        }
    }

    /**
     * The length of a block: at least 1.
     *
     * @param uniform in [0, 1)
     * @return 0 for one longer than the table, which then goes on with another draw, because a block does not remember
     *     how long it is already
     */
    int length(double uniform) {
        int at = guide[(int) (uniform * guide.length)];
        while (at < cumulative.length && cumulative[at] <= uniform) {
            at++;
        }
        return at < cumulative.length ? at + 1 : 0;
    }

    /**
     * The length that a number's first bits decide by themselves, as those of most numbers do.
     *
     * @param bits the number as a whole one of 32 bits
     * @return 0 where they do not
     */
    int findByFirstBits(long bits) {
        return decided[(int) (bits >>> (Integer.SIZE - GUIDE_BITS))];
    }

    /** The length that a 0 stands for, before the next draw is added. */
    int tableSize() {
        return cumulative.length;
    }
}
