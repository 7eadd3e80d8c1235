package io.argus.replay;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Position;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Sends every kind of order there is, at random, long and short, sensible and not. */
final class RandomTrader implements Strategy {

    private final RandomStream random;

    RandomTrader(long seed) {
        random = new RandomStreams(seed).stream(0);
    }

    @Override
    public List<Order> decide(MarketView market) {
        List<Order> orders = new ArrayList<>();
        if (random.nextDouble() < 0.3) {
            String symbol = symbol(market);
            BarHistory bars = market.bars(symbol);
            if (bars.size() > 0) {
                orders.add(order(market, symbol, bars.close(0)));
            }
        }
        return orders;
    }

    private String symbol(MarketView market) {
        return market.instruments()
                .get(random.nextInt(market.instruments().size()))
                .symbol();
    }

    private Order order(MarketView market, String symbol, double close) {
        Side side = random.nextDouble() < 0.5 ? Side.BUY : Side.SELL;
        List<Position> positions = market.positions();
        if (!positions.isEmpty() && random.nextDouble() < 0.3) {
            Position position = positions.get(random.nextInt(positions.size()));
            return Order.market(position.symbol(), position.quantity() > 0 ? Side.SELL : Side.BUY, Quantity.all())
                    .closing(position.id());
        }
        if (random.nextDouble() < 0.1 && market.instruments().size() > 1) {
            List<Leg> legs = market.instruments().stream()
                    .map(instrument -> new Leg(instrument.symbol(), side, Quantity.units(1 + random.nextInt(3))))
                    .toList();
            return new Order("pair", legs, Execution.market(), OptionalLong.empty(), Protection.none());
        }
        Order order = Order.single(symbol, side, quantity(), execution(close));
        return random.nextDouble() < 0.3
                ? order.protectedBy(new Protection(
                        OptionalDouble.of(close * (1 - side.sign() * 0.02)),
                        OptionalDouble.of(close * (1 + side.sign() * 0.02))))
                : order;
    }

    private Quantity quantity() {
        double draw = random.nextDouble();
        if (draw < 0.2) {
            return Quantity.all();
        }
        return draw < 0.6
                ? Quantity.fractionOfEquity(0.1 + random.nextDouble())
                : Quantity.units(0.001 + 20 * random.nextDouble());
    }

    private Execution execution(double close) {
        return switch (random.nextInt(6)) {
            case 0 -> Execution.marketOnOpen();
            case 1 -> Execution.marketOnClose();
            case 2 -> Execution.limit(close * (0.97 + 0.06 * random.nextDouble()));
            case 3 -> Execution.stop(close * (0.97 + 0.06 * random.nextDouble()));
            default -> Execution.market();
        };
    }
}
