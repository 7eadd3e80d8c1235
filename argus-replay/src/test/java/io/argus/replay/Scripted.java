package io.argus.replay;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sends the orders it was told to, each after a given number of calls, and remembers what became of them. */
final class Scripted implements Strategy {

    private final Map<Integer, Function<MarketView, List<Order>>> script = new HashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int calls;

    /**
     * @param call which call of the strategy, from 1: with one instrument, the bar that has just closed
     */
    Scripted at(int call, Order... orders) {
        return at(call, market -> List.of(orders));
    }

    Scripted at(int call, Function<MarketView, List<Order>> orders) {
        script.put(call, orders);
        return this;
    }

    @Override
    public List<Order> decide(MarketView market) {
        calls++;
        Function<MarketView, List<Order>> orders = script.get(calls);
        return orders == null ? List.of() : orders.apply(market);
    }

    @Override
    public void filled(Fill fill) {
        fills.add(fill);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    List<Fill> fills() {
        return fills;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    int calls() {
        return calls;
    }
}
