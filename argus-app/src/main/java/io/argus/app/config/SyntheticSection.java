package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.replay.synthetic.SyntheticSettings;
import java.time.LocalDate;

/** A market that is made for one strategy: daily bars and option chains of which everything is known. */
public record SyntheticSection(
        @Key(fallback = "252", range = "[1, 20000]", doc = "Sessions of the market.")
        int days,

        @Key(fallback = "42", doc = "The same seed makes the same market.")
        long seed,

        @Key(
                fallback = "0",
                range = "[0, 5]",
                doc = "By how much implied volatility lies above the expected, 0.05 for five points.")
        double premium,

        @Key(fallback = "2015-01-02", doc = "First day of the market.")
        LocalDate firstDay) {

    /** On the sessions of a market. */
    public SyntheticSettings settings(Market market) {
        return SyntheticSettings.daily(seed)
                .withDays(days)
                .withPremium(premium)
                .withCalendar(market.calendar(), firstDay);
    }
}
