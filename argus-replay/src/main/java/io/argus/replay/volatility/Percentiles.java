package io.argus.replay.volatility;

import java.util.Arrays;
import java.util.Optional;

/** Where a set of figures lies, by linear interpolation between the sorted ones. */
public record Percentiles(double median, double p95, double largest, int count) {

    /** Of no figures. */
    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0);

    static Percentiles of(double[] figures) {
        if (figures.length == 0) {
            return NONE;
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1], sorted.length);
    }

    /** These, empty when there was no figure. */
    public Optional<Percentiles> find() {
        return count > 0 ? Optional.of(this) : Optional.empty();
    }

    static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
