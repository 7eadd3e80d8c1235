package io.argus.replay.volatility;

import java.util.Locale;

/** Where an implied volatility came from, in the order in which the ways are tried. */
public enum IvRoute {
    /** The provider's own at-the-money volatility, stated to be of the expiry asked for. */
    PROVIDER_AT_THE_MONEY,
    /** The provider's volatilities of the put and call nearest the money of that expiry. */
    PROVIDER_CONTRACT,
    /** Solved from the mid prices of that put and call, each with its own expiry. */
    SOLVED;

    /** As files and tables name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
