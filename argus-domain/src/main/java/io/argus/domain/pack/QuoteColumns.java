package io.argus.domain.pack;

import io.argus.domain.option.OptionContract.Right;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The quotes of all snapshots of a {@link ChainSeries}. Grows while it is built, then stays. */
final class QuoteColumns {

    private static final byte PUT = 0;
    private static final byte CALL = 1;

    /** Names of the columns of figures, as files and content hashes have them, in the order of the indices below. */
    private static final String[] FIGURES = {
        "bid", "ask", "bid_size", "ask_size", "iv", "delta", "gamma", "theta", "vega"
    };

    static final int BID = 0;
    static final int ASK = 1;
    static final int BID_SIZE = 2;
    static final int ASK_SIZE = 3;
    static final int VOLATILITY = 4;
    static final int DELTA = 5;
    static final int GAMMA = 6;
    static final int THETA = 7;
    static final int VEGA = 8;

    int size;
    byte[] right = new byte[256];
    double[] strike = new double[256];
    long[] expiry = new long[256];
    private final double[][] figures = new double[FIGURES.length][256];

    @SuppressWarnings("TooManyParameters") // one row of columns
    void add(
            Right side,
            double strikePrice,
            long expiryMs,
            double bid,
            double ask,
            double bidSize,
            double askSize,
            double impliedVolatility,
            double delta,
            double gamma,
            double theta,
            double vega) {
        if (!(strikePrice > 0) || Double.isInfinite(strikePrice)) {
            throw new IllegalArgumentException("strike must be positive: " + strikePrice);
        }
        requireAbsentOrNotNegative("bid", bid);
        requireAbsentOrNotNegative("ask", ask);
        requireAbsentOrNotNegative("bid size", bidSize);
        requireAbsentOrNotNegative("ask size", askSize);
        requireAbsentOrNotNegative("implied volatility", impliedVolatility);
        if (Double.isInfinite(delta)
                || Double.isInfinite(gamma)
                || Double.isInfinite(theta)
                || Double.isInfinite(vega)) {
            throw new IllegalArgumentException("a sensitivity is infinite");
        }
        if (size == strike.length) {
            resize(size + (size >> 1));
        }
        right[size] = code(side);
        strike[size] = strikePrice;
        expiry[size] = expiryMs;
        figures[BID][size] = bid;
        figures[ASK][size] = ask;
        figures[BID_SIZE][size] = bidSize;
        figures[ASK_SIZE][size] = askSize;
        figures[VOLATILITY][size] = impliedVolatility;
        figures[DELTA][size] = delta;
        figures[GAMMA][size] = gamma;
        figures[THETA][size] = theta;
        figures[VEGA][size] = vega;
        size++;
    }

    double figure(int figure, int row) {
        return figures[figure][row];
    }

    Right right(int row) {
        return right[row] == CALL ? Right.CALL : Right.PUT;
    }

    /** How a right stands in its column; puts come first. */
    static byte code(Right side) {
        return side == Right.CALL ? CALL : PUT;
    }

    /** Negative, zero or positive as the contract in the row stands before, at or after the one given. */
    int compare(int row, Right side, double strikePrice, long expiryMs) {
        if (expiry[row] != expiryMs) {
            return Long.compare(expiry[row], expiryMs);
        }
        int byRight = Byte.compare(right[row], code(side));
        return byRight != 0 ? byRight : Double.compare(strike[row], strikePrice);
    }

    /**
     * Brings rows into the order of {@link #compare}.
     *
     * @throws IllegalArgumentException when a contract stands in two of them
     */
    void sort(int from, int to) {
        if (!ascending(from, to)) {
            int[] order = IntStream.range(from, to)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(row -> expiry[row])
                            .thenComparingInt(row -> right[row])
                            .thenComparingDouble(row -> strike[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            arrange(from, to, order);
        }
        for (int row = from + 1; row < to; row++) {
            if (compare(row - 1, right(row), strike[row], expiry[row]) == 0) {
                throw new IllegalArgumentException("the " + (right[row] == CALL ? "call" : "put") + " at " + strike[row]
                        + " that expires at " + expiry[row] + " stands twice in one snapshot");
            }
        }
    }

    QuoteColumns trimmed() {
        QuoteColumns copy = new QuoteColumns();
        copy.size = size;
        copy.right = right;
        copy.strike = strike;
        copy.expiry = expiry;
        System.arraycopy(figures, 0, copy.figures, 0, FIGURES.length);
        copy.resize(size);
        return copy;
    }

    void digestInto(ColumnDigest digest, String prefix) {
        digest.bytes(prefix + "right", right);
        digest.doubles(prefix + "strike", strike);
        digest.longs(prefix + "expiry_ms", expiry);
        for (int figure = 0; figure < FIGURES.length; figure++) {
            digest.doubles(prefix + FIGURES[figure], figures[figure]);
        }
    }

    boolean sameAs(QuoteColumns that) {
        return Arrays.equals(right, that.right)
                && Arrays.equals(strike, that.strike)
                && Arrays.equals(expiry, that.expiry)
                && Arrays.deepEquals(figures, that.figures);
    }

    static void requireAbsentOrNotNegative(String what, double value) {
        if (value < 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }

    static void requireAbsentOrPositive(String what, double value) {
        if (value <= 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and positive: " + value);
        }
    }

    private boolean ascending(int from, int to) {
        for (int row = from + 1; row < to; row++) {
            if (compare(row - 1, right(row), strike[row], expiry[row]) > 0) {
                return false;
            }
        }
        return true;
    }

    private void arrange(int from, int to, int[] order) {
        byte[] rights = Arrays.copyOfRange(right, from, to);
        double[] strikes = Arrays.copyOfRange(strike, from, to);
        long[] expiries = Arrays.copyOfRange(expiry, from, to);
        for (int i = 0; i < order.length; i++) {
            right[from + i] = rights[order[i] - from];
            strike[from + i] = strikes[order[i] - from];
            expiry[from + i] = expiries[order[i] - from];
        }
        for (double[] column : figures) {
            double[] values = Arrays.copyOfRange(column, from, to);
            for (int i = 0; i < order.length; i++) {
                column[from + i] = values[order[i] - from];
            }
        }
    }

    private void resize(int capacity) {
        right = Arrays.copyOf(right, capacity);
        strike = Arrays.copyOf(strike, capacity);
        expiry = Arrays.copyOf(expiry, capacity);
        for (int figure = 0; figure < FIGURES.length; figure++) {
            figures[figure] = Arrays.copyOf(figures[figure], capacity);
        }
    }
}
