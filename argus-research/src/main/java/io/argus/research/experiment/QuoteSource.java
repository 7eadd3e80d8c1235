package io.argus.research.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the price of a market order comes from when there are bars and no quotes. */
public enum QuoteSource {
    /** {@link #PESSIMISTIC} for bars shorter than an hour, {@link #NEXT_OPEN} from an hour up. */
    AUTO,
    /** Buys at the high and sells at the low of the first bar that opens at or after the decision. */
    PESSIMISTIC,
    /** That bar's open, moved by half the configured spread. */
    NEXT_OPEN,
    /**
     * The close of the bar that the decision saw. Nobody can trade it: the run is not eligible for allocation.
     */
    SAME_BAR;

    private static final long HOUR_MS = 3_600_000L;

    /** The name in files: {@code next_open}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuoteSource> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** What it means for bars of this length: never {@link #AUTO}. */
    public QuoteSource resolve(long barDurationMs) {
        if (this != AUTO) {
            return this;
        }
        return barDurationMs < HOUR_MS ? PESSIMISTIC : NEXT_OPEN;
    }
}
