package io.argus.replay.strategies;

import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.util.List;

/** Buys at the first bar and holds: the benchmark of everything. */
public final class BuyAndHold implements Strategy {

    private final SpotTarget target;
    private boolean bought;

    private BuyAndHold(SpotTarget target) {
        this.target = target;
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = target.symbol(market);
        if (bought || market.bars(symbol).size() == 0) {
            return List.of();
        }
        bought = true;
        return List.of(Order.market(symbol, Side.BUY, target.quantity()));
    }

    /** What was sent before its turn, as in training, is sent again, and so is what found no bar in time. */
    @Override
    public void rejected(Rejection rejection) {
        bought = rejection.reason() != Rejection.Reason.EXPIRED && rejection.reason() != Rejection.Reason.NO_QUOTE;
    }

    /** Describes and makes {@link BuyAndHold}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "BuyAndHold",
                    "buys at the first bar and holds to the end",
                    List.of(SpotTarget.SYMBOL, SpotTarget.FRACTION));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new BuyAndHold(SpotTarget.of(parameters));
        }
    }
}
