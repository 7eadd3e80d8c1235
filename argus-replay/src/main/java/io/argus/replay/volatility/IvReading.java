package io.argus.replay.volatility;

import java.util.OptionalDouble;

/** The at-the-money implied volatility of one snapshot with the way it came, or why there is none. */
public sealed interface IvReading {

    /**
     * There is one.
     *
     * @param volatility a decimal
     * @param expiryMs the expiry it is of
     */
    record Known(double volatility, long expiryMs, IvRoute route) implements IvReading {

        @Override
        public OptionalDouble find() {
            return OptionalDouble.of(volatility);
        }
    }

    /** There is none. */
    record Missing(IvAbsence absence) implements IvReading {

        @Override
        public OptionalDouble find() {
            return OptionalDouble.empty();
        }
    }

    /** The volatility, empty when there is none. */
    OptionalDouble find();
}
