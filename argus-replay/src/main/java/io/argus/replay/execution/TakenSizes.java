package io.argus.replay.execution;

import io.argus.domain.strategy.Side;
import io.argus.replay.account.AssetTable;
import java.util.HashMap;
import java.util.Map;

/** How much fills took of what the latest snapshots quote: two of them cannot have the same. */
final class TakenSizes {

    /** Sizes are decimals, of which sums are not exact. */
    private static final double ROUNDING = 1e-9;

    private final AssetTable assets;
    private final Map<Integer, Double> bought = new HashMap<>();
    private final Map<Integer, Double> sold = new HashMap<>();

    TakenSizes(AssetTable assets) {
        this.assets = assets;
    }

    /** Another snapshot of the options on an instrument shows what is there now. */
    void renew(int listing) {
        renew(bought, listing);
        renew(sold, listing);
    }

    private void renew(Map<Integer, Double> taken, int listing) {
        if (!taken.isEmpty()) {
            taken.keySet().removeIf(asset -> assets.get(asset).listing() == listing);
        }
    }

    /**
     * @param quantity negative when sold
     */
    void take(int asset, double quantity) {
        (quantity > 0 ? bought : sold).merge(asset, Math.abs(quantity), Double::sum);
    }

    double of(int asset, Side side) {
        return (side == Side.BUY ? bought : sold).getOrDefault(asset, 0.0);
    }

    /** Whether of a size that is quoted a part may be taken. */
    static boolean within(double size, double taken) {
        return taken <= size * (1 + ROUNDING);
    }
}
