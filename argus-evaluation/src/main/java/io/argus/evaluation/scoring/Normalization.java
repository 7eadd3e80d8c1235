package io.argus.evaluation.scoring;

import java.util.Collection;
import java.util.OptionalDouble;

/** Min-max over the evaluated set. */
record Normalization(double least, double most) {

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

    /** From 0 to 1; 0.5 when all are equal, 0 for a value that could not be computed. */
    double apply(OptionalDouble value) {
        if (value.isEmpty()) {
            return 0;
        }
        return most > least ? (value.getAsDouble() - least) / (most - least) : 0.5;
    }
}
