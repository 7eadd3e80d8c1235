package io.argus.replay.audit;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A place where something depended on what was not known yet.
 *
 * @param cutMs the instant after which data were taken away or altered; empty where the data alone show the leak
 * @param timeMs when the difference showed, at or before the cut
 * @param shown what stood there with all data: an order, a fill, a mark, or a derived row
 * @param instead what stood there without them
 * @param datum the first datum that differs between the two
 */
public record Leak(Kind kind, OptionalLong cutMs, long timeMs, String shown, String instead, String datum) {

    /** How a leak was found. */
    public enum Kind {
        /** Two replays of the same data differ: the strategy depends on something beside its market. */
        NOT_REPRODUCIBLE,
        /** Taking later data away changed what came before. */
        CUT,
        /** Altering later data changed what came before. */
        ALTERED,
        /** A derived row that counts as known depends on later bars. */
        DERIVED,
        /** A bar counts as known before its interval ends. */
        EARLY_BAR
    }

    public Leak {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cutMs, "cutMs");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(instead, "instead");
        Objects.requireNonNull(datum, "datum");
    }
}
