package io.argus.domain.strategy;

/** How much to trade. */
public sealed interface Quantity {

    /**
     * A fraction of equity, sized at the fill so that costs are paid out of it: fraction × equity / (price × (1 +
     * commission rate)), rounded down to the instrument's lot.
     */
    static Quantity fractionOfEquity(double fraction) {
        return new FractionOfEquity(fraction);
    }

    /** A number of units of spot or of contracts. */
    static Quantity units(double units) {
        return new Units(units);
    }

    /** Everything held: closes the position named by the order, or all of the instrument's. */
    static Quantity all() {
        return All.INSTANCE;
    }

    /** See {@link Quantity#fractionOfEquity(double)}. */
    record FractionOfEquity(double fraction) implements Quantity {
        public FractionOfEquity {
            if (!(fraction > 0) || Double.isInfinite(fraction)) {
                throw new IllegalArgumentException("a fraction of equity must be positive: " + fraction);
            }
        }
    }

    /** See {@link Quantity#units(double)}. */
    record Units(double units) implements Quantity {
        public Units {
            if (!(units > 0) || Double.isInfinite(units)) {
                throw new IllegalArgumentException("units must be positive: " + units);
            }
        }
    }

    /** See {@link Quantity#all()}. */
    enum All implements Quantity {
        INSTANCE
    }
}
