package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.Fields;
import io.argus.domain.market.Quote;
import java.util.OptionalDouble;

/**
 * What an instrument is quoted at. Volatilities are decimals, greeks as Deribit sends them: vega in dollars a point of
 * volatility, theta in dollars a day.
 *
 * @param open false when it has expired or is halted
 * @param quote an absent side has price and size 0
 * @param underlyingPrice the forward that an option is priced on
 */
public record Ticker(
        String instrument,
        long timeMs,
        boolean open,
        Quote quote,
        OptionalDouble markPrice,
        OptionalDouble markVolatility,
        OptionalDouble bidVolatility,
        OptionalDouble askVolatility,
        OptionalDouble underlyingPrice,
        OptionalDouble indexPrice,
        OptionalDouble delta,
        OptionalDouble gamma,
        OptionalDouble vega,
        OptionalDouble theta) {

    static Ticker read(Fields fields) {
        long timeMs = fields.whole("timestamp");
        double bid = fields.findNumber("best_bid_price").orElse(0);
        double ask = fields.findNumber("best_ask_price").orElse(0);
        Fields greeks = new Fields(fields.request(), fields.object().path("greeks"));
        return new Ticker(
                fields.text("instrument_name"),
                timeMs,
                fields.findText("state").orElse("open").equals("open"),
                new Quote(timeMs, bid, ask, size(fields, "best_bid_amount", bid), size(fields, "best_ask_amount", ask)),
                fields.findNumber("mark_price"),
                fields.findPercent("mark_iv"),
                // An empty side comes with a volatility of 0 or 500 %, which nobody quotes.
                bid > 0 ? fields.findPercent("bid_iv") : OptionalDouble.empty(),
                ask > 0 ? fields.findPercent("ask_iv") : OptionalDouble.empty(),
                fields.findNumber("underlying_price"),
                fields.findNumber("index_price"),
                greeks.findNumber("delta"),
                greeks.findNumber("gamma"),
                greeks.findNumber("vega"),
                greeks.findNumber("theta"));
    }

    private static double size(Fields fields, String name, double price) {
        return price > 0 ? fields.findNumber(name).orElse(0) : 0;
    }
}
