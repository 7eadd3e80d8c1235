package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.QuoteSource;
import java.time.Duration;
import java.util.OptionalDouble;

/** How orders meet the market. */
public record ExecutionSection(
        @Key(
                fallback = "auto",
                doc = "Price of a market order where there are bars and no quotes. pessimistic buys at the next"
                        + " bar's high and sells at its low; next_open takes its open; auto is pessimistic for"
                        + " bars under an hour, else next_open. same_bar fills at the close that the decision"
                        + " saw: nobody can, so such runs are never funded.")
        QuoteSource quoteSource,

        @Key(fallback = "0", range = "[0, 1)", doc = "Full spread around the open under next_open, as a fraction.")
        double spread,

        @Key(
                range = "[0, 1)",
                doc = "By how much every fill is worse, as a fraction of the price. When missing: as the"
                        + " instrument's schedule says, for spot 0.0001.")
        OptionalDouble slippage,

        @Key(
                range = "[0, 1)",
                doc = "Commission as a fraction of the notional. When missing: as the instrument's schedule says,"
                        + " for spot 0.0001.")
        OptionalDouble commission,

        @Key(fallback = "1", range = "[0, inf)", doc = "Multiplies commission and slippage.")
        double costMultiplier,

        @Key(fallback = "120000", range = "[0, inf)", doc = "Older quotes are rejected, in milliseconds.")
        long maxQuoteAgeMs,

        @Key(fallback = "0.5", range = "[0, inf)", doc = "Widest spread accepted, as a fraction of the mid price.")
        double maxSpread,

        @Key(
                fallback = "10m",
                range = "[0, 86400]",
                doc = "How long before a close an order for that close must be there.")
        Duration mocCutoff,

        @Key(fallback = "0.10", range = "(0, 1]", doc = "Initial margin of derivatives, as a fraction of the notional.")
        double initialMargin,

        @Key(
                fallback = "0.05",
                range = "(0, 1]",
                doc = "Maintenance margin of derivatives, at most the initial one; below it positions are closed.")
        double maintenanceMargin,

        @Key(fallback = "false", doc = "Whether short options without a hedge are accepted.")
        boolean allowNaked,

        @Key(
                fallback = "0.01",
                range = "[0, inf)",
                doc = "What short spot costs a year, as a fraction of its marked value.")
        double borrowRateAnnual) {

    public ExecutionSection {
        if (maintenanceMargin > initialMargin) {
            throw new IllegalArgumentException("maintenance_margin must not be above initial_margin");
        }
    }

    ExecutionSettings settings() {
        return new ExecutionSettings(
                quoteSource,
                spread,
                slippage,
                commission,
                costMultiplier,
                maxQuoteAgeMs,
                maxSpread,
                mocCutoff.toMillis(),
                initialMargin,
                maintenanceMargin,
                allowNaked,
                borrowRateAnnual);
    }
}
