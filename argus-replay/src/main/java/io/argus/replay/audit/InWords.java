package io.argus.replay.audit;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What happened in a replay, for people. All that can differ is told, and numbers in full. */
final class InWords {

    private InWords() {}

    static String of(Object what) {
        if (what instanceof Order order) {
            return order(order);
        }
        if (what instanceof Fill fill) {
            return fill(fill);
        }
        if (what instanceof Rejection rejection) {
            return "order " + rejection.orderId() + tag(rejection.tag()) + " rejected: " + rejection.reason() + ", "
                    + rejection.detail();
        }
        return what.toString();
    }

    private static String order(Order order) {
        StringBuilder words = new StringBuilder();
        words.append(order.legs().stream().map(InWords::leg).collect(Collectors.joining(" and ")));
        words.append(execution(order.execution()));
        order.closes().ifPresent(position -> words.append(", closing position ").append(position));
        order.protection().stop().ifPresent(price -> words.append(", stop at ").append(number(price)));
        order.protection()
                .target()
                .ifPresent(price -> words.append(", target at ").append(number(price)));
        return words.append(tag(order.tag())).toString();
    }

    private static String leg(Leg leg) {
        if (leg.quantity() instanceof Quantity.Units units) {
            return leg.side() + " " + number(units.units()) + " " + leg.symbol();
        }
        if (leg.quantity() instanceof Quantity.FractionOfEquity fraction) {
            return leg.side() + " " + leg.symbol() + " for " + number(fraction.fraction()) + " of equity";
        }
        return leg.side() + " all " + leg.symbol();
    }

    private static String execution(Execution execution) {
        if (execution instanceof Execution.Limit limit) {
            return " at " + number(limit.price()) + " or better" + within(limit.timeInForceMs());
        }
        if (execution instanceof Execution.Stop stop) {
            return " once " + number(stop.price()) + " is reached" + within(stop.timeInForceMs());
        }
        if (execution == Execution.marketOnOpen()) {
            return " at the open";
        }
        return execution == Execution.marketOnClose() ? " at the close" : " at the market";
    }

    private static String within(OptionalLong timeMs) {
        return timeMs.isPresent() ? " within " + timeMs.getAsLong() + " ms" : "";
    }

    private static String fill(Fill fill) {
        return "filled: " + fill.side() + " " + number(fill.quantity()) + " " + fill.symbol() + " at "
                + number(fill.price()) + " at " + Instant.ofEpochMilli(fill.timeMs()) + ", order " + fill.orderId()
                + tag(fill.tag()) + ", commission " + number(fill.commission()) + ", slippage "
                + number(fill.slippage());
    }

    private static String tag(String tag) {
        return tag.isEmpty() ? "" : " (" + tag + ")";
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
