package io.argus.app.cli;

import io.argus.app.recording.TradedMarket;
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

    TradedMarket market() {
        return new TradedMarket(name);
    }
}
