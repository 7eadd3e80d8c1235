package io.argus.domain.pack;

import io.argus.domain.option.OptionContract.Right;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Where the quotes of each expiry and right stand in the snapshots of a {@link ChainSeries}, so that a contract is found
 * with a look at a few strikes: of a large series most quotes are far away in memory, and what is read of a ladder is not.
 */
final class StrikeLadders {

    private final QuoteColumns quotes;
    /** By snapshot: its first ladder; at the end, their number. */
    private final int[] firstLadder;

    private int size;
    private long[] expiry = new long[16];
    private byte[] right = new byte[16];
    private int[] firstRow = new int[16];
    private double[] lowest = new double[16];
    private double[] highest = new double[16];

    StrikeLadders(SnapshotColumns snapshots, QuoteColumns quotes) {
        this.quotes = quotes;
        firstLadder = new int[snapshots.size + 1];
        for (int snapshot = 0; snapshot < snapshots.size; snapshot++) {
            firstLadder[snapshot] = size;
            boolean last = snapshot + 1 == snapshots.size;
            addAll(snapshots.firstQuote(snapshot), last ? quotes.size : snapshots.firstQuote(snapshot + 1));
        }
        firstLadder[snapshots.size] = size;
        resize(size + 1);
        firstRow[size] = quotes.size;
    }

    private void addAll(int from, int to) {
        for (int row = from; row < to; row++) {
            boolean starts = row == from
                    || quotes.expiry[row] != quotes.expiry[row - 1]
                    || quotes.right[row] != quotes.right[row - 1];
            if (starts) {
                add(row);
            }
            highest[size - 1] = quotes.strike[row];
        }
    }

    private void add(int row) {
        if (size == expiry.length) {
            resize(size + (size >> 1));
        }
        expiry[size] = quotes.expiry[row];
        right[size] = quotes.right[row];
        firstRow[size] = row;
        lowest[size] = quotes.strike[row];
        size++;
    }

    private void resize(int capacity) {
        expiry = Arrays.copyOf(expiry, capacity);
        right = Arrays.copyOf(right, capacity);
        firstRow = Arrays.copyOf(firstRow, capacity);
        lowest = Arrays.copyOf(lowest, capacity);
        highest = Arrays.copyOf(highest, capacity);
    }

    /** The first row of a snapshot's that stands at or after a contract; their end when all stand before it. O(log rows). */
    int rowAtOrAfter(int snapshot, Right side, double strike, long expiryMs) {
        int ladder = ladderAtOrAfter(snapshot, QuoteColumns.code(side), expiryMs);
        return is(ladder, snapshot, side, expiryMs) ? rungAtOrAbove(ladder, strike) : firstRow[ladder];
    }

    /** The row of a contract in a snapshot; -1 when it does not show it. O(log rows). */
    int findRow(int snapshot, Right side, double strike, long expiryMs) {
        int ladder = ladderAtOrAfter(snapshot, QuoteColumns.code(side), expiryMs);
        if (!is(ladder, snapshot, side, expiryMs)) {
            return -1;
        }
        int row = rungAtOrAbove(ladder, strike);
        return row < firstRow[ladder + 1] && quotes.strike[row] == strike ? row : -1;
    }

    OptionalLong expiryAtOrAfter(int snapshot, long timeMs) {
        int ladder = ladderAtOrAfter(snapshot, QuoteColumns.code(Right.PUT), timeMs);
        return ladder < firstLadder[snapshot + 1] ? OptionalLong.of(expiry[ladder]) : OptionalLong.empty();
    }

    OptionalLong expiryBefore(int snapshot, long timeMs) {
        int ladder = ladderAtOrAfter(snapshot, QuoteColumns.code(Right.PUT), timeMs);
        return ladder > firstLadder[snapshot] ? OptionalLong.of(expiry[ladder - 1]) : OptionalLong.empty();
    }

    private boolean is(int ladder, int snapshot, Right side, long expiryMs) {
        return ladder < firstLadder[snapshot + 1]
                && expiry[ladder] == expiryMs
                && right[ladder] == QuoteColumns.code(side);
    }

    private int ladderAtOrAfter(int snapshot, byte side, long expiryMs) {
        int from = firstLadder[snapshot];
        int to = firstLadder[snapshot + 1];
        while (from < to) {
            int middle = (from + to) >>> 1;
            boolean before = expiry[middle] < expiryMs || (expiry[middle] == expiryMs && right[middle] < side);
            if (before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Strikes are mostly evenly spaced: the search starts where that has the strike, in steps that double. */
    private int rungAtOrAbove(int ladder, double strike) {
        int from = firstRow[ladder];
        int to = firstRow[ladder + 1];
        if (strike <= lowest[ladder]) {
            return from;
        }
        if (!(strike <= highest[ladder])) {
            return to;
        }
        double share = (strike - lowest[ladder]) / (highest[ladder] - lowest[ladder]);
        int row = from + (int) Math.rint(share * (to - 1 - from));
        for (int step = 1; from < to; step = Math.min(2 * step, to - from)) {
            if (quotes.strike[row] < strike) {
                from = row + 1;
                row = from + Math.min(step - 1, (to - from) >> 1);
            } else {
                to = row;
                row = to - Math.min(step, (to - from + 1) >> 1);
            }
        }
        return from;
    }
}
