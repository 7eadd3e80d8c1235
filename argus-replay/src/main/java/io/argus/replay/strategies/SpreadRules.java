package io.argus.replay.strategies;

import io.argus.domain.option.OptionChain;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import java.util.List;

/**
 * Which put spread is sold, and when it is closed again.
 *
 * @param shortDelta of the put that is sold, negative
 * @param width between the strikes, in price
 * @param targetMs from now to the expiry looked for
 * @param closeDays to expiry at which it is closed
 * @param minimumPremium implied less realised volatility above which one is sold
 * @param takeProfit share of the credit
 * @param stopLoss multiple of the credit
 */
record SpreadRules(
        double shortDelta,
        double width,
        long targetMs,
        double closeDays,
        double minimumPremium,
        double takeProfit,
        double stopLoss,
        int contracts) {

    private static final double DAY_MS = 86_400_000;

    static final List<ParameterDescriptor> CHOICE = List.of(
            ParameterDescriptor.decimal("short_delta", "-0.20", "-1", "0", "delta of the put it sells"),
            ParameterDescriptor.decimal(
                    "width", "5", "0.000001", "1000000", "strikes between sold and bought, in price"),
            ParameterDescriptor.decimal("target_dte", "30", "0", "1000", "days to expiry it looks for"),
            ParameterDescriptor.decimal(
                    "min_vrp", "0.02", "-5", "5", "implied less realised volatility above which it enters"));

    static final List<ParameterDescriptor> EXITS = List.of(
            ParameterDescriptor.decimal("take_profit", "0.5", "0", "1", "share of the credit at which it takes profit"),
            ParameterDescriptor.decimal("stop_loss", "2", "1", "1000", "multiple of the credit at which it gives up"),
            ParameterDescriptor.decimal("close_dte", "1", "0", "1000", "days to expiry at which it closes"),
            ParameterDescriptor.integer("contracts", 1, 1, 1_000_000, "contracts of each leg"));

    /**
     * @throws IllegalArgumentException when a spread would be closed as soon as it is sold
     */
    static SpreadRules of(Parameters parameters) {
        double target = parameters.getDecimal("target_dte");
        double close = parameters.getDecimal("close_dte");
        if (close >= target) {
            throw new IllegalArgumentException("close_dte must be below target_dte: " + close + " and " + target);
        }
        return new SpreadRules(
                parameters.getDecimal("short_delta"),
                parameters.getDecimal("width"),
                Math.round(target * DAY_MS),
                close,
                parameters.getDecimal("min_vrp"),
                parameters.getDecimal("take_profit"),
                parameters.getDecimal("stop_loss"),
                parameters.getInteger("contracts"));
    }

    long closeMs() {
        return Math.round(closeDays * DAY_MS);
    }

    /** Whether the expiry is so near that a spread is closed whatever it costs. */
    boolean tooNear(OptionChain chain, long expiryMs) {
        return (expiryMs - chain.receivedMs()) / DAY_MS <= closeDays;
    }

    /** Whether closing costs little enough, or too much, to be done. */
    boolean closesAt(double debit, double credit) {
        return debit <= (1 - takeProfit) * credit || debit >= stopLoss * credit;
    }
}
