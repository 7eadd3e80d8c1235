package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.time.Duration;
import java.util.List;

/** What became of the price after each bar. */
public record OutcomesSection(
        @Key(
                fallback = "true",
                doc = "Whether outcomes are worked out before the replay. Without them, strategies that look at"
                        + " outcomes never trade.")
        boolean ensureBeforePack,

        @Key(
                range = "(0, 315360000]",
                doc = "How far ahead to look, each at least a bar long; whole days for daily bars of an"
                        + " exchange, where 1d is a session. When missing: 300, 900 and 3600 seconds for"
                        + " intraday bars, 1d for daily ones.")
        List<Duration> horizons,

        @Key(
                fallback = "1",
                range = "[0, 1000000]",
                doc = "How many bars may be missing within a horizon before its outcome is marked as a gap.")
        int gapToleranceBars) {

    public OutcomesSection {
        horizons = List.copyOf(horizons);
    }
}
