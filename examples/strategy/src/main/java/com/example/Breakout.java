package com.example;

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

/** Buys when a close stands above every close of the last bars, and sells when one stands below them all. */
public final class Breakout implements Strategy {

    private final int length;

    private Breakout(int length) {
        this.length = length;
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = market.instruments().get(0).symbol();
        BarHistory bars = market.bars(symbol);
        if (bars.size() <= length || market.pendingOrders(symbol) > 0) {
            return List.of();
        }
        boolean highest = true;
        boolean lowest = true;
        for (int ago = 1; ago <= length; ago++) {
            highest &= bars.close(0) > bars.close(ago);
            lowest &= bars.close(0) < bars.close(ago);
        }
        boolean holding = market.holding(symbol) > 0;
        if (highest && !holding) {
            return List.of(Order.market(symbol, Side.BUY, Quantity.fractionOfEquity(1)));
        }
        return lowest && holding ? List.of(Order.market(symbol, Side.SELL, Quantity.all())) : List.of();
    }

    /** Describes and makes {@link Breakout}; found through META-INF/services. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "Breakout",
                    "long from a close above the last ones to a close below them",
                    List.of(ParameterDescriptor.integer("length", 20, 2, 500, "closes to stand above or below")));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new Breakout(parameters.getInteger("length"));
        }
    }
}
