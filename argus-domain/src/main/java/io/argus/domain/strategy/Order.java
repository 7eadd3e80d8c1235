package io.argus.domain.strategy;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a strategy wants done: one unit of one or more legs, of which all fill or none does.
 *
 * @param tag the strategy's own name for it, carried on fills and positions; may be empty
 * @param closes the position to close; empty to net against what is held, oldest first
 * @param protection exits attached to the position that the order opens
 */
public record Order(String tag, List<Leg> legs, Execution execution, OptionalLong closes, Protection protection) {

    public Order {
        Objects.requireNonNull(tag, "tag");
        legs = List.copyOf(legs);
        if (legs.isEmpty()) {
            throw new IllegalArgumentException("an order needs at least one leg");
        }
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(closes, "closes");
        if (!protection.isNone() && (legs.size() > 1 || closes.isPresent())) {
            throw new IllegalArgumentException("exits attach to a single-leg entry");
        }
    }

    /** An order of one leg at the market. */
    public static Order market(String symbol, Side side, Quantity quantity) {
        return single(symbol, side, quantity, Execution.market());
    }

    public static Order single(String symbol, Side side, Quantity quantity, Execution execution) {
        return new Order(
                "", List.of(new Leg(symbol, side, quantity)), execution, OptionalLong.empty(), Protection.none());
    }

    /** The same order with exits attached. */
    public Order protectedBy(Protection exits) {
        return new Order(tag, legs, execution, closes, exits);
    }

    /** The same order closing a named position. */
    public Order closing(long positionId) {
        return new Order(tag, legs, execution, OptionalLong.of(positionId), protection);
    }

    public Order tagged(String name) {
        return new Order(name, legs, execution, closes, protection);
    }
}
