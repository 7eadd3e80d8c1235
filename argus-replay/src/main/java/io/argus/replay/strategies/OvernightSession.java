package io.argus.replay.strategies;

import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds from one session's close to the next session's open, on daily bars: whenever the latest forward return that is
 * known exceeds a threshold, it buys at the next close and sells at the open after that.
 */
public final class OvernightSession implements Strategy {

    private static final long SHORTEST_DAILY_BAR_MS = 3 * 3_600_000L;

    private final SpotTarget target;
    private final long horizonSeconds;
    private final double threshold;
    private int seen;

    private OvernightSession(SpotTarget target, long horizonSeconds, double threshold) {
        this.target = target;
        this.horizonSeconds = horizonSeconds;
        this.threshold = threshold;
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = target.symbol(market);
        BarHistory bars = market.bars(symbol);
        if (bars.size() == seen) {
            return List.of();
        }
        seen = bars.size();
        requireDaily(symbol, bars);
        List<Order> orders = new ArrayList<>(2);
        if (market.holding(symbol) > 0) {
            orders.add(Order.single(symbol, Side.SELL, Quantity.all(), Execution.marketOnOpen()));
        }
        OutcomeHistory outcomes = market.outcomes(symbol, horizonSeconds);
        if (outcomes.size() > 0 && outcomes.forwardReturn(0) > threshold) {
            orders.add(Order.single(symbol, Side.BUY, target.quantity(), Execution.marketOnClose()));
        }
        return orders;
    }

    private static void requireDaily(String symbol, BarHistory bars) {
        if (bars.closeTimeMs(0) - bars.openTimeMs(0) < SHORTEST_DAILY_BAR_MS) {
            throw new IllegalStateException("OvernightSession trades daily bars; those of " + symbol + " are shorter");
        }
    }

    /** Describes and makes {@link OvernightSession}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "OvernightSession",
                    "holds from the close to the next open after a good session",
                    List.of(
                            ParameterDescriptor.integer(
                                    "horizon_seconds", 86_400, 1, 31_536_000, "horizon of the outcomes it looks at"),
                            ParameterDescriptor.decimal(
                                    "fwd_return_threshold", "0", "-1", "1", "forward return above which it enters"),
                            SpotTarget.SYMBOL,
                            SpotTarget.FRACTION));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new OvernightSession(
                    SpotTarget.of(parameters),
                    parameters.getInteger("horizon_seconds"),
                    parameters.getDecimal("fwd_return_threshold"));
        }
    }
}
