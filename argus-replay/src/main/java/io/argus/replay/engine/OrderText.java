package io.argus.replay.engine;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The text of an order that fingerprints take in. It is what the records' {@code toString} gave when fingerprints were
 * first written down; a JDK may change that format, and fingerprints must not change with it. Writes into one buffer, as a
 * run may send an order every few bars. For one thread.
 */
final class OrderText {

    private final StringBuilder text = new StringBuilder(256);

    /** Valid until the next call. */
    CharSequence of(Order order) {
        text.setLength(0);
        text.append("Order[tag=").append(order.tag()).append(", legs=[");
        for (int i = 0; i < order.legs().size(); i++) {
            text.append(i == 0 ? "" : ", ");
            append(order.legs().get(i));
        }
        text.append("], execution=");
        append(order.execution());
        text.append(", closes=");
        append(order.closes());
        text.append(", protection=");
        append(order.protection());
        return text.append(']');
    }

    private void append(Leg leg) {
        text.append("Leg[symbol=").append(leg.symbol()).append(", side=").append(leg.side());
        text.append(", quantity=");
        append(leg.quantity());
        text.append(']');
    }

    private void append(Quantity quantity) {
        if (quantity instanceof Quantity.FractionOfEquity part) {
            text.append("FractionOfEquity[fraction=").append(part.fraction()).append(']');
        } else if (quantity instanceof Quantity.Units number) {
            text.append("Units[units=").append(number.units()).append(']');
        } else {
            text.append(quantity);
        }
    }

    private void append(Execution execution) {
        if (execution instanceof Execution.Limit limit) {
            append("Limit", limit.price(), limit.timeInForceMs());
        } else if (execution instanceof Execution.Stop stop) {
            append("Stop", stop.price(), stop.timeInForceMs());
        } else {
            text.append(execution);
        }
    }

    private void append(String form, double price, OptionalLong timeInForceMs) {
        text.append(form).append("[price=").append(price).append(", timeInForceMs=");
        append(timeInForceMs);
        text.append(']');
    }

    private void append(Protection exits) {
        text.append("Protection[stop=");
        append(exits.stop());
        text.append(", target=");
        append(exits.target());
        text.append(']');
    }

    private void append(OptionalLong number) {
        if (number.isPresent()) {
            text.append("OptionalLong[").append(number.getAsLong()).append(']');
        } else {
            text.append("OptionalLong.empty");
        }
    }

    private void append(OptionalDouble number) {
        if (number.isPresent()) {
            text.append("OptionalDouble[").append(number.getAsDouble()).append(']');
        } else {
            text.append("OptionalDouble.empty");
        }
    }
}
