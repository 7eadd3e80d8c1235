package io.argus.replay.regime;

/**
 * Mean and standard deviation of the last values. Sums are built anew once a turn of the window, so that what adding
 * and taking away leave behind never piles up.
 */
final class RollingMoments {

    private final double[] window;
    private int next;
    private int count;
    private double origin;
    private double sum;
    private double squares;

    RollingMoments(int size) {
        window = new double[size];
    }

    int count() {
        return count;
    }

    double mean() {
        return origin + sum / count;
    }

    /** With n-1; 0 with fewer than two values. */
    double standardDeviation() {
        if (count < 2) {
            return 0;
        }
        return Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
    }

    void accept(double value) {
        if (count == window.length) {
            double gone = window[next] - origin;
            sum -= gone;
            squares -= gone * gone;
        } else {
            count++;
        }
        window[next] = value;
        sum += value - origin;
        squares += (value - origin) * (value - origin);
        next++;
        if (next == window.length) {
            next = 0;
            rebuild();
        }
    }

    /** Around the mean, where squares lose the fewest digits. */
    private void rebuild() {
        origin = mean();
        sum = 0;
        squares = 0;
        for (double value : window) {
            sum += value - origin;
            squares += (value - origin) * (value - origin);
        }
    }
}
