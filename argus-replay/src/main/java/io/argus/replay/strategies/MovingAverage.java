package io.argus.replay.strategies;

/**
 * Mean of the last values. The sum is built anew once a turn of the window, so that rounding never piles up.
 */
final class MovingAverage {

    /** Larger than the error of a sum of as many values as any window has, smaller than a tick's share of one. */
    private static final double ROUNDING = 1e-12;

    private final double[] window;
    private int next;
    private boolean full;
    private double sum;

    MovingAverage(int length) {
        window = new double[length];
    }

    void accept(double value) {
        sum += value - (full ? window[next] : 0);
        window[next++] = value;
        if (next == window.length) {
            next = 0;
            full = true;
            rebuild();
        }
    }

    boolean full() {
        return full;
    }

    /** Whether it lies above another. Two that are equal but for the rounding of binary fractions lie level. */
    boolean above(MovingAverage other) {
        return mean() - other.mean() > ROUNDING * other.mean();
    }

    private double mean() {
        return sum / window.length;
    }

    private void rebuild() {
        sum = 0;
        for (double value : window) {
            sum += value;
        }
    }
}
