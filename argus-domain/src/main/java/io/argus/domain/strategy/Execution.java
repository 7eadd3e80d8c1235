package io.argus.domain.strategy;

import java.util.OptionalLong;

/** When and at what price an order may fill. */
public sealed interface Execution {

    /** At the first price after the decision. */
    static Execution market() {
        return Simple.MARKET;
    }

    /** At the first session open strictly after the decision. */
    static Execution marketOnOpen() {
        return Simple.MARKET_ON_OPEN;
    }

    /** At the first session close that the order still reaches in time. */
    static Execution marketOnClose() {
        return Simple.MARKET_ON_CLOSE;
    }

    /** At the price or better, until cancelled by the end of the data. */
    static Execution limit(double price) {
        return new Limit(price, OptionalLong.empty());
    }

    /** At the market once the price has been reached, until cancelled by the end of the data. */
    static Execution stop(double price) {
        return new Stop(price, OptionalLong.empty());
    }

    /** The forms that need no price. */
    enum Simple implements Execution {
        MARKET,
        MARKET_ON_OPEN,
        MARKET_ON_CLOSE
    }

    /**
     * See {@link Execution#limit(double)}.
     *
     * @param timeInForceMs how long after its submission the order lives; empty for as long as there is data
     */
    record Limit(double price, OptionalLong timeInForceMs) implements Execution {
        public Limit {
            requirePrice(price);
            requireTime(timeInForceMs);
        }
    }

    /**
     * See {@link Execution#stop(double)}.
     *
     * @param timeInForceMs how long after its submission the order lives; empty for as long as there is data
     */
    record Stop(double price, OptionalLong timeInForceMs) implements Execution {
        public Stop {
            requirePrice(price);
            requireTime(timeInForceMs);
        }
    }

    private static void requirePrice(double price) {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("an order's price must be positive: " + price);
        }
    }

    private static void requireTime(OptionalLong timeInForceMs) {
        if (timeInForceMs.isPresent() && timeInForceMs.getAsLong() <= 0) {
            throw new IllegalArgumentException("time in force must be positive: " + timeInForceMs.getAsLong());
        }
    }
}
