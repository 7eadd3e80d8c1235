package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** What is listed and quoted now: answers, and the data of ticker messages. */
final class MarketData {

    private static final int UNKNOWN_INSTRUMENT = 13020;

    private final SimulatedMarket market;

    MarketData(SimulatedMarket market) {
        this.market = market;
    }

    JsonNode instruments(JsonNode parameters, long nowMs) {
        String kind = parameters.path("kind").asText("any");
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (String currency : currencies(parameters)) {
            for (SimulatedInstrument each : market.listed(currency, nowMs)) {
                if (kind.equals("any") || kind.equals(each.option() ? "option" : "future")) {
                    rows.add(listing(each));
                }
            }
        }
        return rows;
    }

    JsonNode summaries(JsonNode parameters, long nowMs) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        boolean options = parameters.path("kind").asText("option").equals("option");
        for (String currency : currencies(parameters)) {
            market.listed(currency, nowMs).stream()
                    .filter(each -> each.option() == options)
                    .forEach(each -> rows.add(summary(each, nowMs)));
        }
        return rows;
    }

    JsonNode ticker(JsonNode parameters, long nowMs) {
        SimulatedInstrument instrument = instrument(parameters, nowMs);
        return ticker(instrument, nowMs);
    }

    ObjectNode ticker(SimulatedInstrument instrument, long nowMs) {
        boolean open = instrument.listed(nowMs);
        SimulatedBook book = SimulatedBook.of(market, instrument, SimulatedBook.stepAt(nowMs));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument_name", instrument.symbol())
                .put("timestamp", nowMs)
                .put("state", open ? "open" : "closed")
                .put("index_price", market.index(instrument.currency(), nowMs))
                .put("mark_price", rounded(market.mark(instrument, nowMs)))
                .putNull("last_price");
        if (open) {
            node.put("estimated_delivery_price", market.index(instrument.currency(), nowMs));
        } else {
            node.put("estimated_delivery_price", "expired");
        }
        node.putObject("stats").putNull("volume").putNull("low").putNull("high").putNull("price_change");
        side(node, "best_bid", open && !book.bids().isEmpty(), book);
        side(node, "best_ask", open && !book.asks().isEmpty(), book);
        if (instrument.option()) {
            OptionalDouble volatility = market.impliedVolatility(instrument, nowMs);
            double percent = 100 * volatility.orElse(0);
            boolean bid = volatility.isPresent() && !book.bids().isEmpty();
            boolean ask = volatility.isPresent() && !book.asks().isEmpty();
            node.put("mark_iv", twoDigits(percent))
                    .put("bid_iv", bid ? twoDigits(percent - 1) : BigDecimal.ZERO)
                    .put("ask_iv", ask ? twoDigits(percent + 1) : BigDecimal.valueOf(500))
                    .put("underlying_price", market.index(instrument.currency(), nowMs))
                    .put("interest_rate", 0.0);
        }
        return node;
    }

    JsonNode orderBook(JsonNode parameters, long nowMs) {
        return SimulatedBook.of(market, instrument(parameters, nowMs), SimulatedBook.stepAt(nowMs))
                .answer();
    }

    JsonNode indexPrice(JsonNode parameters, long nowMs) {
        double price =
                market.index(currencyOfIndex(parameters.path("index_name").asText()), nowMs);
        return JsonNodeFactory.instance.objectNode().put("index_price", price).put("estimated_delivery_price", price);
    }

    SimulatedInstrument instrument(JsonNode parameters, long nowMs) {
        String symbol = parameters.path("instrument_name").asText();
        return market.find(symbol, nowMs).orElseThrow(() -> new RpcFailure(UNKNOWN_INSTRUMENT, "instrument_not_found"));
    }

    SimulatedInstrument perpetual(String currency, long nowMs) {
        return market.find(new InstrumentName.Perpetual(currency).toString(), nowMs)
                .orElseThrow(() -> RpcFailure.invalidParameter("currency"));
    }

    String currencyOfIndex(String index) {
        return market.currencies().stream()
                .filter(currency -> index.equals(currency.toLowerCase(Locale.ROOT) + "_usd"))
                .findFirst()
                .orElseThrow(() -> RpcFailure.invalidParameter("index_name"));
    }

    private List<String> currencies(JsonNode parameters) {
        String currency = parameters.path("currency").asText("any");
        if (currency.equals("any")) {
            return market.currencies();
        }
        if (!market.currencies().contains(currency)) {
            throw RpcFailure.invalidParameter("currency");
        }
        return List.of(currency);
    }

    private static ObjectNode listing(SimulatedInstrument instrument) {
        ContractSpec terms = instrument.terms();
        List<TickSize> steps = terms.tickSizes();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument_name", instrument.symbol())
                .put("kind", instrument.option() ? "option" : "future")
                .put("base_currency", instrument.currency())
                .put("counter_currency", "USD")
                .put("settlement_currency", instrument.currency())
                .put("quote_currency", terms.quoteCurrency())
                .put("instrument_type", "reversed")
                .put("contract_size", terms.multiplier())
                .put("min_trade_amount", decimal(terms.lotSize()).multiply(decimal(terms.multiplier())))
                .put("tick_size", instrument.tick())
                .put("taker_commission", instrument.option() ? 0.0003 : 0.0005)
                .put("maker_commission", instrument.option() ? 0.0003 : 0.0)
                .put("is_active", true)
                .put("expiration_timestamp", instrument.expiryMs().orElse(DeribitExpiry.NEVER_MS))
                .put("settlement_period", instrument.option() ? "week" : "perpetual");
        ArrayNode dearer = node.putArray("tick_size_steps");
        for (TickSize step : steps.subList(1, steps.size())) {
            dearer.addObject().put("above_price", step.abovePrice()).put("tick_size", step.tick());
        }
        if (instrument.name() instanceof InstrumentName.Option option) {
            node.put("strike", option.strike()).put("option_type", option.right() == Right.CALL ? "call" : "put");
        }
        return node;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }

    private ObjectNode summary(SimulatedInstrument instrument, long nowMs) {
        SimulatedBook book = SimulatedBook.of(market, instrument, SimulatedBook.stepAt(nowMs));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument_name", instrument.symbol())
                .put("base_currency", instrument.currency())
                .put("quote_currency", instrument.currency())
                .put("underlying_price", market.index(instrument.currency(), nowMs))
                .put("estimated_delivery_price", market.index(instrument.currency(), nowMs))
                .put("mark_price", rounded(market.mark(instrument, nowMs)))
                .put("interest_rate", 0.0)
                .put("open_interest", 1.0)
                .put("volume", 0.0)
                .put("creation_timestamp", nowMs);
        if (instrument.option()) {
            node.put(
                    "mark_iv",
                    twoDigits(100 * market.impliedVolatility(instrument, nowMs).orElse(0)));
        }
        if (book.bids().isEmpty()) {
            node.putNull("bid_price");
        } else {
            node.put("bid_price", book.bids().firstKey());
        }
        return book.asks().isEmpty()
                ? node.putNull("ask_price")
                : node.put("ask_price", book.asks().firstKey());
    }

    /** An empty side is sent as price 0 with amount 0, as Deribit does. */
    private static void side(ObjectNode node, String side, boolean quoted, SimulatedBook book) {
        SortedMap<BigDecimal, BigDecimal> levels = side.equals("best_bid") ? book.bids() : book.asks();
        node.put(side + "_price", quoted ? levels.firstKey() : BigDecimal.ZERO.setScale(1));
        node.put(side + "_amount", quoted ? levels.get(levels.firstKey()) : BigDecimal.ZERO.setScale(1));
    }

    private static BigDecimal rounded(double price) {
        return BigDecimal.valueOf(price).setScale(6, RoundingMode.HALF_UP);
    }

    private static BigDecimal twoDigits(double percent) {
        return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP);
    }
}
