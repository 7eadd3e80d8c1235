package io.argus.research.experiment;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How orders meet the market in a replay.
 *
 * @param spread full spread assumed around the open by {@link QuoteSource#NEXT_OPEN}, as a fraction of the price
 * @param slippage fraction of the price that every fill is worse; empty for the instrument's own schedule
 * @param commission fraction of the notional; empty for the instrument's own schedule
 * @param costMultiplier multiplies commission and slippage
 * @param maxQuoteAgeMs older quotes are rejected
 * @param maxSpread widest spread accepted, as a fraction of the mid price
 * @param marketOnCloseCutoffMs a market-on-close order needs this long before the close
 * @param initialMargin of derivatives, as a fraction of the notional
 * @param maintenanceMargin of derivatives, as a fraction of the notional
 * @param allowNaked whether short options without a hedge are accepted
 * @param borrowRateAnnual what short spot costs a year, as a fraction of its marked value
 */
public record ExecutionSettings(
        QuoteSource quoteSource,
        double spread,
        OptionalDouble slippage,
        OptionalDouble commission,
        double costMultiplier,
        long maxQuoteAgeMs,
        double maxSpread,
        long marketOnCloseCutoffMs,
        double initialMargin,
        double maintenanceMargin,
        boolean allowNaked,
        double borrowRateAnnual) {

    private static final ExecutionSettings DEFAULTS = new ExecutionSettings(
            QuoteSource.AUTO,
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            1,
            120_000,
            0.5,
            600_000,
            0.10,
            0.05,
            false,
            0.01);

    public ExecutionSettings {
        Objects.requireNonNull(quoteSource, "quoteSource");
        requireFraction("spread", spread);
        slippage.ifPresent(rate -> requireFraction("slippage", rate));
        commission.ifPresent(rate -> requireFraction("commission", rate));
        requireNotNegative("cost multiplier", costMultiplier);
        requireNotNegative("maximum quote age", maxQuoteAgeMs);
        requireNotNegative("maximum spread", maxSpread);
        requireNotNegative("market-on-close cutoff", marketOnCloseCutoffMs);
        requireNotNegative("borrow rate", borrowRateAnnual);
        if (!(maintenanceMargin > 0 && maintenanceMargin <= initialMargin && initialMargin <= 1)) {
            throw new IllegalArgumentException("0 < maintenance margin <= initial margin <= 1, not " + maintenanceMargin
                    + " and " + initialMargin);
        }
    }

    public static ExecutionSettings defaults() {
        return DEFAULTS;
    }

    public ExecutionSettings withQuoteSource(QuoteSource source) {
        return new ExecutionSettings(
                source,
                spread,
                slippage,
                commission,
                costMultiplier,
                maxQuoteAgeMs,
                maxSpread,
                marketOnCloseCutoffMs,
                initialMargin,
                maintenanceMargin,
                allowNaked,
                borrowRateAnnual);
    }

    public ExecutionSettings withCostMultiplier(double multiplier) {
        return new ExecutionSettings(
                quoteSource,
                spread,
                slippage,
                commission,
                multiplier,
                maxQuoteAgeMs,
                maxSpread,
                marketOnCloseCutoffMs,
                initialMargin,
                maintenanceMargin,
                allowNaked,
                borrowRateAnnual);
    }

    private static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " is a fraction in [0, 1): " + value);
        }
    }

    private static void requireNotNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }
}
