package io.argus.domain.strategy;

import java.util.Objects;

/** One instrument's part of an order. */
public record Leg(String symbol, Side side, Quantity quantity) {

    public Leg {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("a leg needs a symbol");
        }
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(quantity, "quantity");
    }
}
