package io.argus.replay.strategies;

import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.util.List;

/** Long while the fast simple moving average of closes lies above the slow one, in cash otherwise. */
public final class SmaCross implements Strategy {

    /** What keeps it from entering, in the order in which it looks. */
    private enum Gate {
        TOO_FEW_BARS,
        ORDER_WAITING,
        POSITION_OPEN,
        FAST_NOT_ABOVE_SLOW,
        ORDER_REJECTED
    }

    private final SpotTarget target;
    private final MovingAverage fast;
    private final MovingAverage slow;
    private final LongEntryGates<Gate> stopped = new LongEntryGates<>(Gate.class, Gate.ORDER_REJECTED);
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
            return stopped.stop(Gate.TOO_FEW_BARS);
        }
        if (market.pendingOrders(symbol) > 0) {
            return stopped.stop(Gate.ORDER_WAITING);
        }
        boolean wanted = fast.above(slow);
        if (market.holding(symbol) > 0) {
            return wanted ? stopped.stop(Gate.POSITION_OPEN) : List.of(Order.market(symbol, Side.SELL, Quantity.all()));
        }
        return wanted
                ? List.of(stopped.entry(Order.market(symbol, Side.BUY, target.quantity())))
                : stopped.stop(Gate.FAST_NOT_ABOVE_SLOW);
    }

    @Override
    public void rejected(Rejection rejection) {
        stopped.rejected(rejection);
    }

    @Override
    public List<GateCount> gates() {
        return stopped.counts();
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
