package io.argus.app.recording;

/**
 * What of an exchange is traded.
 *
 * @param name {@code BTC} or {@code ETH}, or such as {@code SOL_USDC} for contracts in USDC
 */
public record TradedMarket(String name) {

    /** The perpetual that options and bars go under. */
    public String underlying() {
        return name + "-PERPETUAL";
    }

    /** The currency that everything is listed under. */
    public String currency() {
        return name.contains("_") ? name.substring(name.indexOf('_') + 1) : name;
    }
}
