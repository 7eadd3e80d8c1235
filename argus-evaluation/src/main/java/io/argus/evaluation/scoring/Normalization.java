package io.argus.evaluation.scoring;

import java.util.Collection;
import java.util.OptionalDouble;

/** Min-max over the evaluated set. */
record Normalization(double least, double most) {

    /** A range this small, or this small beside values above 1, is their rounding. */
    private static final double ROUNDING = 1e-12;

    static Normalization over(Collection<OptionalDouble> values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (OptionalDouble value : values) {
            if (value.isPresent()) {
                least = Math.min(least, value.getAsDouble());
                most = Math.max(most, value.getAsDouble());
            }
        }
        return new Normalization(least, most);
    }

    /** From 0 to 1; 0.5 when all are equal but for rounding, 0 for a value that could not be computed. */
    double apply(OptionalDouble value) {
        if (value.isEmpty()) {
            return 0;
        }
        double size = Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
        return most - least > ROUNDING * size ? (value.getAsDouble() - least) / (most - least) : 0.5;
    }
}
