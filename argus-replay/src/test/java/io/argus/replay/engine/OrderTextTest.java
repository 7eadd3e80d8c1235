package io.argus.replay.engine;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderTextTest {

    private final OrderText text = new OrderText();

    @Test
    void saysAllOfAnOrder() {
        Order order = new Order(
                "spread",
                List.of(
                        new Leg("P95", Side.SELL, Quantity.units(2)),
                        new Leg("P90", Side.BUY, Quantity.fractionOfEquity(0.25))),
                new Execution.Limit(1.5, OptionalLong.of(60_000)),
                OptionalLong.of(7),
                Protection.none());

        assertThat(text.of(order).toString())
                .isEqualTo("Order[tag=spread, legs=[Leg[symbol=P95, side=SELL, quantity=Units[units=2.0]], "
                        + "Leg[symbol=P90, side=BUY, quantity=FractionOfEquity[fraction=0.25]]], "
                        + "execution=Limit[price=1.5, timeInForceMs=OptionalLong[60000]], closes=OptionalLong[7], "
                        + "protection=Protection[stop=OptionalDouble.empty, target=OptionalDouble.empty]]");
    }

    @Test
    void isWhatTheRecordsOfThisJdkSay() {
        Protection exits = new Protection(OptionalDouble.of(90), OptionalDouble.of(1.25e-7));
        List<Order> orders = List.of(
                Order.market("X", Side.BUY, Quantity.all()),
                Order.single("X", Side.SELL, Quantity.units(1e21), Execution.stop(99.5)),
                Order.single("X", Side.BUY, Quantity.units(3), Execution.marketOnOpen()),
                Order.single("X", Side.BUY, Quantity.units(3), Execution.marketOnClose())
                        .protectedBy(exits)
                        .tagged("a b"));

        assertThat(orders)
                .allSatisfy(order -> assertThat(text.of(order).toString()).isEqualTo(order.toString()));
    }
}
