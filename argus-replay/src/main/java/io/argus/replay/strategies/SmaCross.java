package io.argus.replay.strategies;

import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.util.List;

/** Long while the fast simple moving average of closes lies above the slow one, in cash otherwise. */
public final class SmaCross implements Strategy {

    private final SpotTarget target;
    private final MovingAverage fast;
    private final MovingAverage slow;
    private int seen;

    private SmaCross(SpotTarget target, int fast, int slow) {
        this.target = target;
        this.fast = new MovingAverage(fast);
        this.slow = new MovingAverage(slow);
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = target.symbol(market);
        BarHistory bars = market.bars(symbol);
        if (bars.size() == seen) {
            return List.of();
        }
        seen = bars.size();
        double close = bars.close(0);
        fast.accept(close);
        slow.accept(close);
        if (!slow.full()) {
            return List.of();
        }
        boolean wanted = fast.above(slow);
        boolean holding = market.holding(symbol) > 0;
        if (holding == wanted || market.pendingOrders(symbol) > 0) {
            return List.of();
        }
        return List.of(
                wanted
                        ? Order.market(symbol, Side.BUY, target.quantity())
                        : Order.market(symbol, Side.SELL, Quantity.all()));
    }

    /** Describes and makes {@link SmaCross}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "SmaCross",
                    "long while the fast simple moving average lies above the slow one",
                    List.of(
                            ParameterDescriptor.integer("fast", 20, 1, 10_000, "bars of the fast average"),
                            ParameterDescriptor.integer("slow", 100, 2, 10_000, "bars of the slow average"),
                            SpotTarget.SYMBOL,
                            SpotTarget.FRACTION));
        }

        @Override
        public Strategy create(Parameters parameters) {
            int fast = parameters.getInteger("fast");
            int slow = parameters.getInteger("slow");
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be below slow: " + fast + " and " + slow);
            }
            return new SmaCross(SpotTarget.of(parameters), fast, slow);
        }
    }
}
