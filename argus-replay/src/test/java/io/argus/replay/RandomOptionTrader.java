package io.argus.replay;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.option.OptionChain;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Position;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Trades options, the perpetual and the coin of {@link DerivativeMarkets} at random, sensibly and not. */
final class RandomOptionTrader implements Strategy {

    private final RandomStream random;

    RandomOptionTrader(long seed) {
        random = new RandomStreams(seed).stream(3);
    }

    @Override
    public List<Order> decide(MarketView market) {
        double draw = random.nextDouble();
        Optional<OptionChain> chain = market.findChain("COIN");
        List<Position> positions = market.positions();
        if (draw < 0.25 && chain.isPresent() && chain.get().size() > 0) {
            return List.of(spread(chain.get()));
        }
        if (draw < 0.35 && chain.isPresent() && chain.get().size() > 0) {
            return List.of(single(chain.get()));
        }
        if (draw < 0.5 && !positions.isEmpty()) {
            Position position = positions.get(random.nextInt(positions.size()));
            return List.of(
                    Order.market(position.symbol(), position.quantity() > 0 ? Side.SELL : Side.BUY, Quantity.all())
                            .closing(position.id()));
        }
        if (draw < 0.6) {
            return List.of(Order.market("PERP", side(), Quantity.units(1 + random.nextInt(10))));
        }
        if (draw < 0.65) {
            return List.of(Order.market("COIN", side(), Quantity.units(1 + random.nextInt(30))));
        }
        return List.of();
    }

    private Order spread(OptionChain chain) {
        int first = random.nextInt(chain.size());
        int second = random.nextInt(chain.size());
        double contracts = 1 + random.nextInt(3);
        Leg sold = new Leg(chain.contract(first).symbol(), Side.SELL, Quantity.units(contracts));
        Leg bought = new Leg(chain.contract(second).symbol(), Side.BUY, Quantity.units(contracts));
        return new Order("spread", List.of(sold, bought), Execution.market(), OptionalLong.empty(), Protection.none());
    }

    private Order single(OptionChain chain) {
        int row = random.nextInt(chain.size());
        double ask = chain.ask(row) > 0 ? chain.ask(row) : 0.01;
        Order order = Order.single(
                chain.contract(row).symbol(),
                side(),
                Quantity.units(1 + random.nextInt(3)),
                random.nextDouble() < 0.3 ? Execution.limit(ask) : Execution.market());
        return random.nextDouble() < 0.3
                ? order.protectedBy(new Protection(OptionalDouble.of(ask * 0.6), OptionalDouble.of(ask * 1.5)))
                : order;
    }

    private Side side() {
        return random.nextDouble() < 0.6 ? Side.BUY : Side.SELL;
    }
}
