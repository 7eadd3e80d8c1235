package io.argus.research.ranking;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A reason why a run was killed, with what was found and what was asked.
 *
 * @param detail in words, where the numbers do not say it all; may be empty
 */
public record Kill(KillReason reason, OptionalDouble value, OptionalDouble threshold, String detail) {

    public Kill {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(detail, "detail");
    }

    public static Kill of(KillReason reason, double value, double threshold) {
        return new Kill(reason, OptionalDouble.of(value), OptionalDouble.of(threshold), "");
    }

    public static Kill because(KillReason reason, String detail) {
        return new Kill(reason, OptionalDouble.empty(), OptionalDouble.empty(), detail);
    }
}
