package io.argus.app.cli;

import picocli.CommandLine.Option;

/** Which exchange, and what of it. */
final class ExchangeOptions {

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            defaultValue = "https://www.deribit.com",
            description = "Where the exchange is reached (default: ${DEFAULT-VALUE}).")
    private String address = "";

    @Option(
            names = "--currency",
            paramLabel = "NAME",
            required = true,
            description = "What is traded: BTC or ETH, or such as SOL_USDC for contracts in USDC.")
    private String name = "";

    String address() {
        return address;
    }

    /** The perpetual that options and bars go under. */
    String underlying() {
        return name + "-PERPETUAL";
    }

    /** The currency that everything is listed under. */
    String currency() {
        return name.contains("_") ? name.substring(name.indexOf('_') + 1) : name;
    }
}
