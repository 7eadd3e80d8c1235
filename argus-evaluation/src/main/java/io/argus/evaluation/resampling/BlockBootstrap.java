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
     * The rows of one draw, each as its distance from the one before it and the first as that from row 0. That is 1 but where
     * a block starts, so that drawing a block costs the same whatever its length, and no processor has to guess where it
     * ends. Rows go on past the last as if the series stood there twice, so that a block that wraps around is one range.
     * Modulo {@link #rows} they are those of {@link #indices} from the same stream.
     *
     * @param into as long as the draw is to be, at most as long as the series
     */
    void steps(RandomStream random, int[] into) {
        Arrays.fill(into, 1);
        int filled = 0;
        int before = 0;
        while (filled < into.length) {
            // What nextBlock does, with the usual case laid open: packing and unpacking would cost a quarter more.
            long bits = random.nextLong();
            long product = (bits >>> 32) * rows;
            int start = (int) (product >>> 32);
            int length = fixedLength > 0 ? fixedLength : lengths.findByFirstBits(bits & LOWER_HALF);
            if (length == 0 || (product & LOWER_HALF) < surplus) {
                long block = block(bits, random);
                start = start(block);
                length = length(block);
            }
            into[filled] = start - before;
            before = start + length - 1;
            filled += length;
        }
    }

    /**
     * A block: {@link #start} and {@link #length} in one number, because objects would cost more than drawing it. One long
     * of the stream gives both, its upper half the start as {@link RandomStream#nextInt} would, its lower half the length.
     */
    long nextBlock(RandomStream random) {
        return block(random.nextLong(), random);
    }

    private long block(long first, RandomStream random) {
        long bits = first;
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
