package io.argus.connectors.deribit;

import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.MarketTrade.Taker;

/**
 * A trade as Deribit tells it, in answers and in channels alike. Its size is in contracts where Deribit says how many,
 * else its amount.
 *
 * @param sequence numbers the trades of one instrument without holes
 */
public record TradeMessage(long sequence, MarketTrade trade) {

    /**
     * @param receivedMs when it came; a clock behind Deribit's does not make it known before it happened
     */
    public static TradeMessage read(Fields fields, long receivedMs) {
        long timeMs = fields.whole("timestamp");
        return new TradeMessage(
                fields.whole("trade_seq"),
                new MarketTrade(
                        fields.text("instrument_name"),
                        fields.text("trade_id"),
                        timeMs,
                        Math.max(receivedMs, timeMs),
                        fields.number("price"),
                        fields.findNumber("contracts").orElseGet(() -> fields.number("amount")),
                        taker(fields.text("direction"))));
    }

    private static Taker taker(String direction) {
        return switch (direction) {
            case "buy" -> Taker.BUYER;
            case "sell" -> Taker.SELLER;
            default -> Taker.UNKNOWN;
        };
    }
}
