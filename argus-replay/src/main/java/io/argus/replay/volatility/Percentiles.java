package io.argus.replay.volatility;

import io.argus.evaluation.metric.Quantiles;
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
        return new Percentiles(
                Quantiles.ofSorted(sorted, 0.5),
                Quantiles.ofSorted(sorted, 0.95),
                sorted[sorted.length - 1],
                sorted.length);
    }

    /** These, empty when there was no figure. */
    public Optional<Percentiles> find() {
        return count > 0 ? Optional.of(this) : Optional.empty();
    }
}
