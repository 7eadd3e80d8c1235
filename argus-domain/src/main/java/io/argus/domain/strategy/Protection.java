package io.argus.domain.strategy;

import java.util.OptionalDouble;

/**
 * Exits attached to an entry. The stop is live within the bar that fills the entry, the target only from the next one;
 * a bar that touches both takes the stop.
 *
 * @param stop price at which the position is given up
 * @param target price at which its profit is taken
 */
public record Protection(OptionalDouble stop, OptionalDouble target) {

    private static final Protection NONE = new Protection(OptionalDouble.empty(), OptionalDouble.empty());

    public Protection {
        requirePrice(stop);
        requirePrice(target);
    }

    public static Protection none() {
        return NONE;
    }

    public boolean isNone() {
        return stop.isEmpty() && target.isEmpty();
    }

    /** The same exits in the prices of new units. */
    public Protection split(double newUnitsForOld) {
        return isNone() ? this : new Protection(divided(stop, newUnitsForOld), divided(target, newUnitsForOld));
    }

    private static OptionalDouble divided(OptionalDouble price, double by) {
        return price.isPresent() ? OptionalDouble.of(price.getAsDouble() / by) : price;
    }

    private static void requirePrice(OptionalDouble price) {
        if (price.isPresent() && !(price.getAsDouble() > 0)) {
            throw new IllegalArgumentException("an exit's price must be positive: " + price.getAsDouble());
        }
    }
}
