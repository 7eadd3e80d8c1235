package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import java.util.function.IntToDoubleFunction;

/**
 * The highest high, or the lowest low, of a window that only moves forward. A monotone queue: each bar enters and
 * leaves once.
 */
final class SlidingExtreme {

    private final IntToDoubleFunction column;
    private final int sign;
    private final int[] queue;
    private int head;
    private int tail;

    private SlidingExtreme(IntToDoubleFunction column, int sign, int size) {
        this.column = column;
        this.sign = sign;
        queue = new int[size];
    }

    static SlidingExtreme highest(BarSeries bars) {
        return new SlidingExtreme(bars::high, 1, bars.size());
    }

    static SlidingExtreme lowest(BarSeries bars) {
        return new SlidingExtreme(bars::low, -1, bars.size());
    }

    void push(int bar) {
        double value = column.applyAsDouble(bar) * sign;
        while (tail > head && column.applyAsDouble(queue[tail - 1]) * sign <= value) {
            tail--;
        }
        queue[tail++] = bar;
    }

    void dropThrough(int bar) {
        while (head < tail && queue[head] <= bar) {
            head++;
        }
    }

    /** Of the bars in the window, of which there is at least one. */
    double value() {
        return column.applyAsDouble(queue[head]);
    }
}
