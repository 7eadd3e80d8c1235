package io.argus.domain.option;

import java.util.OptionalDouble;

/** The volatility at which {@link BlackScholes} gives an option's price, or why no volatility does. */
public sealed interface ImpliedVolatility {

    /** Why a price has no implied volatility. */
    enum Reason {
        /** The price is not a positive number. */
        NO_PRICE,
        /** No time is left. */
        EXPIRED,
        /**
         * The price is at or below what exercise on the forward brings, so that nothing of it is left for volatility to
         * explain. Common for quotes in the money, whose mid lies a little low.
         */
        BELOW_INTRINSIC,
        /** The price is at or above that of the underlying (for puts: of the strike), which no volatility reaches. */
        ABOVE_BOUND
    }

    /**
     * A volatility was found.
     *
     * @param volatility a decimal per year: 0.55 is 55 %
     */
    record Found(double volatility) implements ImpliedVolatility {

        @Override
        public OptionalDouble find() {
            return OptionalDouble.of(volatility);
        }
    }

    /** There is none. */
    record Absent(Reason reason) implements ImpliedVolatility {

        @Override
        public OptionalDouble find() {
            return OptionalDouble.empty();
        }
    }

    /** The implied volatility of a price paid now. The price is reproduced to a relative 1e-10 or better. */
    static ImpliedVolatility of(EuropeanOption option, double price) {
        VolatilitySolver solver = new VolatilitySolver();
        double forwardPrice = price / option.discount();
        solver.trySolve(option.right(), option.forward(), option.strike(), option.years(), forwardPrice);
        return solver.reason().<ImpliedVolatility>map(Absent::new).orElseGet(() -> new Found(solver.volatility()));
    }

    /** The volatility, empty when there is none. */
    OptionalDouble find();
}
