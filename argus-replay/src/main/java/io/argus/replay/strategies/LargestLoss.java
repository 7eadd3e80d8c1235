package io.argus.replay.strategies;

import java.util.OptionalDouble;

/** The most that one contract of the spreads held so far could lose. */
final class LargestLoss {

    private double widest;
    private double smallestCredit = Double.POSITIVE_INFINITY;
    private double highestCommission;

    void note(CreditSpread spread) {
        widest = Math.max(widest, spread.width());
        smallestCredit = Math.min(smallestCredit, spread.credit());
        highestCommission = Math.max(highestCommission, spread.commission());
    }

    /**
     * The widest spread with its fees in and out, less the smallest credit, in the account currency; empty before the first.
     *
     * @param inverse whether credits are in a coin, which may be worth less by then and do not count
     */
    OptionalDouble perContract(double multiplier, boolean inverse) {
        if (widest == 0) {
            return OptionalDouble.empty();
        }
        double kept = inverse ? 0 : smallestCredit * multiplier;
        return OptionalDouble.of(widest * multiplier + 2 * highestCommission - kept);
    }
}
