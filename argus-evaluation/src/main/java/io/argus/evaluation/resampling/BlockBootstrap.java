package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStream;
import io.argus.research.experiment.ResamplingMethod;
import java.util.Arrays;
import java.util.Objects;

/**
 * Draws rows of a series again, in blocks that wrap around its end. A draw depends on its random stream alone. Immutable;
 * safe for any number of threads.
 */
public final class BlockBootstrap {

    /** How many values of a block are copied before its length is looked at. */
    static final int SHORT_BLOCK = 8;

    private static final long LOWER_HALF = 0xFFFF_FFFFL;

    private final ResamplingMethod method;
    private final int rows;
    private final double blockLength;
    private final GeometricLengths lengths;
    /** 0 where lengths are random. */
    private final int fixedLength;

    /** Of the 2^32 equally likely upper halves this many must go, for the others to be a multiple of the rows. */
    private final long surplus;

    private BlockBootstrap(ResamplingMethod method, int rows, double blockLength) {
        this.method = method;
        this.rows = rows;
        this.blockLength = blockLength;
        this.lengths = new GeometricLengths(blockLength);
        boolean random = method == ResamplingMethod.STATIONARY && blockLength > 1;
        this.fixedLength = random ? 0 : (int) Math.rint(blockLength);
        this.surplus = (1L << 32) % rows;
    }

    /**
     * @param rows how many there are, and how many a draw takes; at least 1
     * @param blockLength from 1 to the rows: exact for {@link ResamplingMethod#CIRCULAR}, where it is rounded to a whole
     *     number, expected for {@link ResamplingMethod#STATIONARY}, without meaning for {@link ResamplingMethod#IID}
     */
    public static BlockBootstrap of(ResamplingMethod method, int rows, double blockLength) {
        Objects.requireNonNull(method, "method");
        if (rows < 1) {
            throw new IllegalArgumentException("there must be rows to draw from: " + rows);
        }
        if (!(blockLength >= 1 && blockLength <= rows)) {
            throw new IllegalArgumentException("a block has from 1 to " + rows + " rows, not " + blockLength);
        }
        return new BlockBootstrap(method, rows, method == ResamplingMethod.IID ? 1 : blockLength);
    }

    public ResamplingMethod method() {
        return method;
    }

    public int rows() {
        return rows;
    }

    public double blockLength() {
        return blockLength;
    }

    /**
     * The rows of one draw, in its order.
     *
     * @param into as long as the draw is to be; may be longer or shorter than the series
     */
    public void indices(RandomStream random, int[] into) {
        int filled = 0;
        while (filled < into.length) {
            long block = nextBlock(random);
            int at = start(block);
            int left = Math.min(length(block), into.length - filled);
            while (left > 0) {
                int run = Math.min(left, rows - at);
                for (int i = 0; i < run; i++) {
                    into[filled + i] = at + i;
                }
                filled += run;
                left -= run;
                at = 0;
            }
        }
    }

    /**
     * How often each row appears in one draw of as many rows as there are: all that sums and means of a draw need, for
     * any number of series at once. The same draw as {@link #indices} from the same stream.
     *
     * @param into one count a row, overwritten
     */
    public void multiplicities(RandomStream random, double[] into) {
        if (into.length != rows) {
            throw new IllegalArgumentException("one count a row: " + into.length + " for " + rows);
        }
        Arrays.fill(into, 0);
        int drawn = 0;
        while (drawn < rows) {
            long block = nextBlock(random);
            int at = start(block);
            int left = Math.min(length(block), rows - drawn);
            drawn += left;
            while (left > 0) {
                int run = Math.min(left, rows - at);
                for (int i = at; i < at + run; i++) {
                    into[i]++;
                }
                left -= run;
                at = 0;
            }
        }
    }

    /**
     * The values that one draw takes out of a series, in its order: those in the rows that {@link #indices} gives of the
     * same stream, for draws as long as the series.
     *
     * @param twice the series twice over and {@link #SHORT_BLOCK} more, so that a block that wraps around the end is one range
     * @param into room for the draw and {@link #SHORT_BLOCK} more
     */
    void values(RandomStream random, double[] twice, double[] into) {
        int filled = 0;
        while (filled < rows) {
            long block = nextBlock(random);
            int at = start(block);
            int length = Math.min(length(block), rows - filled);
            // Copied whatever the length, and what is too much overwritten by the next block: guessing where a short
            // block
            // ends costs a processor more than copying it.
            into[filled] = twice[at];
            into[filled + 1] = twice[at + 1];
            into[filled + 2] = twice[at + 2];
            into[filled + 3] = twice[at + 3];
            into[filled + 4] = twice[at + 4];
            into[filled + 5] = twice[at + 5];
            into[filled + 6] = twice[at + 6];
            into[filled + 7] = twice[at + 7];
            for (int i = SHORT_BLOCK; i < length; i++) {
                into[filled + i] = twice[at + i];
            }
            filled += length;
        }
    }

    /**
     * A block: {@link #start} and {@link #length} in one number, because objects would cost more than drawing it. One long
     * of the stream gives both, its upper half the start as {@link RandomStream#nextInt} would, its lower half the length.
     */
    long nextBlock(RandomStream random) {
        long bits = random.nextLong();
        long product = (bits >>> 32) * rows;
        while ((product & LOWER_HALF) < surplus) {
            bits = random.nextLong();
            product = (bits >>> 32) * rows;
        }
        int length = fixedLength > 0 ? fixedLength : geometric(bits & LOWER_HALF, random);
        return (product & ~LOWER_HALF) | length;
    }

    /** The first row of a block. */
    static int start(long block) {
        return (int) (block >>> 32);
    }

    /** How many rows a block has; may be more than there are. */
    static int length(long block) {
        return (int) block;
    }

    private int geometric(long bits, RandomStream random) {
        int decided = lengths.findByFirstBits(bits);
        return decided > 0 ? decided : searched(bits * 0x1p-32, random);
    }

    private int searched(double uniform, RandomStream random) {
        int before = 0;
        int length = lengths.length(uniform);
        while (length == 0 && before < rows) {
            before += lengths.tableSize();
            length = lengths.length(random.nextDouble());
        }
        return before + length;
    }
}
