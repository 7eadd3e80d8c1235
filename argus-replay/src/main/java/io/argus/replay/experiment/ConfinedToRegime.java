package io.argus.replay.experiment;

import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.Regime;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Position;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A strategy that sees everything but trades in one market state alone: outside of it its orders are dropped and what it
 * holds is closed. It never sees days glued together that did not follow each other.
 */
final class ConfinedToRegime implements Strategy {

    private final Strategy strategy;
    private final Predicate<Regime> state;

    ConfinedToRegime(Strategy strategy, Predicate<Regime> state) {
        this.strategy = strategy;
        this.state = state;
    }

    @Override
    public List<Order> decide(MarketView market) {
        List<Order> orders = strategy.decide(market);
        List<Order> allowed = new ArrayList<>();
        for (Order order : orders) {
            boolean inside = order.legs().stream().allMatch(leg -> within(market, leg.symbol()));
            if (inside) {
                allowed.add(order);
            }
        }
        Set<String> leaving = new TreeSet<>();
        for (Position position : market.positions()) {
            boolean leave = !within(market, position.symbol()) && market.pendingOrders(listed(position.symbol())) == 0;
            if (leave) {
                leaving.add(position.symbol());
            }
        }
        if (!leaving.isEmpty()) {
            // As one unit, so that what covers something never goes before it.
            List<Leg> legs = leaving.stream()
                    .map(symbol -> new Leg(symbol, market.holding(symbol) > 0 ? Side.SELL : Side.BUY, Quantity.all()))
                    .toList();
            allowed.add(new Order("", legs, Execution.market(), OptionalLong.empty(), Protection.none()));
        }
        return allowed;
    }

    @Override
    public void filled(Fill fill) {
        strategy.filled(fill);
    }

    @Override
    public void rejected(Rejection rejection) {
        strategy.rejected(rejection);
    }

    private boolean within(MarketView market, String symbol) {
        Optional<Regime> regime = market.findRegime(listed(symbol));
        return regime.filter(state).isPresent();
    }

    /** An option's market state is its underlying's. */
    private static String listed(String symbol) {
        return OptionContract.findBySymbol(symbol)
                .map(OptionContract::underlying)
                .orElse(symbol);
    }
}
