package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;

/**
 * For each bar the window after it: the last bar in it, and its highest and lowest price. Immutable; 20 bytes a bar.
 *
 * <p>Extremes of a window that only moves forward, as a queue of two stacks: some bars of the window lie up to a
 * boundary and the rest beyond it. Up to the boundary the extremes of every stretch that ends there are worked out
 * backwards at once, beyond it one pair grows with the window; once the window has passed the boundary, the next lies at
 * its end. Each bar is looked at twice, whatever the window's length.
 *
 * <p>Prices are positive, so that their bits compare as they do, and whole numbers are compared in fewer cycles: each
 * extreme waits for the one before it.
 */
final class Windows {

    private final int[] last;
    private final long[] highest;
    private final long[] lowest;

    private Windows(int size) {
        last = new int[size];
        highest = new long[size];
        lowest = new long[size];
    }

    /**
     * @param length whose ends never go back from one bar to the next
     */
    static Windows after(BarSeries bars, WindowLength length) {
        Windows windows = new Windows(bars.size());
        int end = 0;
        int from = 0;
        while (from < bars.size()) {
            int boundary = lastClosedBy(length.endOf(from), bars, Math.max(from, end));
            windows.last[from] = boundary;
            if (boundary == from + 1) {
                windows.alone(bars, from);
                end = boundary;
            } else {
                windows.backwards(bars, from, boundary);
                end = windows.forwards(bars, length, from, boundary);
            }
            from = Math.max(from + 1, boundary);
        }
        return windows;
    }

    /** The last bar in the window after a bar, the bar itself when there is none. */
    int last(int bar) {
        return last[bar];
    }

    /** Of the window after a bar, which must not be empty. */
    double highest(int bar) {
        return Double.longBitsToDouble(highest[bar]);
    }

    /** Of the window after a bar, which must not be empty. */
    double lowest(int bar) {
        return Double.longBitsToDouble(lowest[bar]);
    }

    /** A window of the next bar alone, as horizons of a bar's length have it, needs no stretches. */
    private void alone(BarSeries bars, int bar) {
        highest[bar] = bits(bars.high(bar + 1));
        lowest[bar] = bits(bars.low(bar + 1));
    }

    /** Extremes of every stretch from after a bar up to the boundary. */
    private void backwards(BarSeries bars, int from, int boundary) {
        long high = 0;
        long low = Long.MAX_VALUE;
        for (int i = boundary; i > from; i--) {
            high = Math.max(high, bits(bars.high(i)));
            low = Math.min(low, bits(bars.low(i)));
            highest[i - 1] = high;
            lowest[i - 1] = low;
        }
    }

    /** Returns the end of the last window whose bars lie on both sides. */
    private int forwards(BarSeries bars, WindowLength length, int from, int boundary) {
        long high = 0;
        long low = Long.MAX_VALUE;
        int end = boundary;
        for (int i = from + 1; i < boundary; i++) {
            long until = length.endOf(i);
            while (end + 1 < last.length && bars.closeTime(end + 1) <= until) {
                end++;
                high = Math.max(high, bits(bars.high(end)));
                low = Math.min(low, bits(bars.low(end)));
            }
            last[i] = end;
            highest[i] = Math.max(highest[i], high);
            lowest[i] = Math.min(lowest[i], low);
        }
        return end;
    }

    private static long bits(double price) {
        return Double.doubleToRawLongBits(price);
    }

    private static int lastClosedBy(long time, BarSeries bars, int from) {
        int last = from;
        while (last + 1 < bars.size() && bars.closeTime(last + 1) <= time) {
            last++;
        }
        return last;
    }
}
