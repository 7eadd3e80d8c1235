package io.argus.replay.execution;

import io.argus.domain.strategy.Side;
import java.util.HashMap;
import java.util.Map;

/** How much fills took of the sizes that snapshots quote: two of them cannot have the same. */
final class TakenSizes {

    /** Sizes are decimals, of which sums are not exact. */
    private static final double ROUNDING = 1e-9;

    private record Quote(int asset, Side side, long receivedMs) {}

    private final Map<Quote, Double> taken = new HashMap<>();

    /** To be called when nothing is left that an earlier snapshot priced. */
    void forget() {
        taken.clear();
    }

    /**
     * @param quantity negative when sold
     * @param receivedMs the receipt of the snapshot that quoted it
     */
    void take(int asset, double quantity, long receivedMs) {
        Quote quote = new Quote(asset, quantity > 0 ? Side.BUY : Side.SELL, receivedMs);
        taken.merge(quote, Math.abs(quantity), Double::sum);
    }

    double of(int asset, Side side, long receivedMs) {
        return taken.isEmpty() ? 0 : taken.getOrDefault(new Quote(asset, side, receivedMs), 0.0);
    }

    /** Whether of a size that is quoted a part may be taken. */
    static boolean within(double size, double taken) {
        return taken <= size * (1 + ROUNDING);
    }
}
