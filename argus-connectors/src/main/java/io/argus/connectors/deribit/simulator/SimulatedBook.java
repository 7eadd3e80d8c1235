package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An instrument's order book at one of its steps. It changes every half second, the deeper the level the less often, and
 * the numbers of its changes jump. Prices are decimals, so that a level is found again by its price.
 *
 * @param bids amount by price, the best first; empty when the instrument is worth too little to bid for
 * @param asks amount by price, the best first
 */
record SimulatedBook(
        String symbol,
        long changeId,
        long timeMs,
        SortedMap<BigDecimal, BigDecimal> bids,
        SortedMap<BigDecimal, BigDecimal> asks) {

    private static final long STEP_MS = 500;
    private static final int LEVELS = 5;

    /** Which step a time falls into. */
    static long stepAt(long timeMs) {
        return Math.floorDiv(timeMs, STEP_MS);
    }

    static SimulatedBook of(SimulatedMarket market, SimulatedInstrument instrument, long step) {
        return market.quote(instrument, step * STEP_MS)
                .map(quote -> of(quote, instrument, step))
                .orElseGet(() -> around(market, instrument, step));
    }

    /** What the market says and no more: one level a side. How much there is at it is made up where nobody says. */
    private static SimulatedBook of(SimulatedQuote quote, SimulatedInstrument instrument, long step) {
        long salt = instrument.symbol().hashCode();
        SortedMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
        SortedMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
        quote.bid().ifPresent(bid -> bids.put(BigDecimal.valueOf(bid), amount(quote.bidSize(), salt, step)));
        quote.ask().ifPresent(ask -> asks.put(BigDecimal.valueOf(ask), amount(quote.askSize(), salt + 1, step)));
        return new SimulatedBook(instrument.symbol(), changeId(salt, step), step * STEP_MS, bids, asks);
    }

    private static SimulatedBook around(SimulatedMarket market, SimulatedInstrument instrument, long step) {
        long timeMs = step * STEP_MS;
        long salt = instrument.symbol().hashCode();
        BigDecimal tick = BigDecimal.valueOf(instrument.tick());
        BigDecimal mark = BigDecimal.valueOf(market.mark(instrument, timeMs));
        long ticks = mark.divide(tick, 0, RoundingMode.FLOOR).longValueExact();
        long half = Math.max(1, ticks / (instrument.option() ? 50 : 100_000));
        SortedMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
        SortedMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
        for (int level = 0; level < LEVELS; level++) {
            long bid = ticks - half - level;
            if (bid > 0) {
                bids.put(tick.multiply(BigDecimal.valueOf(bid)), amount(salt, step, level));
            }
            asks.put(tick.multiply(BigDecimal.valueOf(ticks + half + 1 + level)), amount(salt + 1, step, level));
        }
        // A best bid or ask may vanish for a step.
        if (instrument.option() && Noise.below(20, salt, step) == 0) {
            bids.clear();
        }
        return new SimulatedBook(instrument.symbol(), changeId(salt, step), timeMs, bids, asks);
    }

    /** The whole book as a channel sends it first. */
    ObjectNode snapshot() {
        return message("snapshot").<ObjectNode>set("bids", all(bids)).set("asks", all(asks));
    }

    /** What is different from the step before. */
    ObjectNode changesSince(SimulatedBook before) {
        ObjectNode message = message("change").put("prev_change_id", before.changeId);
        message.set("bids", changes(before.bids, bids));
        message.set("asks", changes(before.asks, asks));
        return message;
    }

    /** The book as it is asked for over HTTP. */
    ObjectNode answer() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("instrument_name", symbol)
                .put("state", "open")
                .put("timestamp", timeMs)
                .put("change_id", changeId);
        node.set("bids", pairs(bids));
        node.set("asks", pairs(asks));
        return node;
    }

    private static long changeId(long salt, long step) {
        return step * 7 + Noise.below(5, salt, step);
    }

    private static BigDecimal amount(OptionalDouble told, long salt, long step) {
        return told.isPresent() ? BigDecimal.valueOf(told.getAsDouble()) : amount(salt, step, 0);
    }

    private static BigDecimal amount(long salt, long step, int level) {
        return BigDecimal.valueOf(1 + Noise.below(500, salt, level, step / (level + 1)), 1);
    }

    private ObjectNode message(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("timestamp", timeMs)
                .put("instrument_name", symbol)
                .put("change_id", changeId);
    }

    private static ArrayNode all(Map<BigDecimal, BigDecimal> levels) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        levels.forEach((price, amount) -> rows.addArray().add("new").add(price).add(amount));
        return rows;
    }

    private static ArrayNode pairs(Map<BigDecimal, BigDecimal> levels) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        levels.forEach((price, amount) -> rows.addArray().add(price).add(amount));
        return rows;
    }

    private static ArrayNode changes(Map<BigDecimal, BigDecimal> before, Map<BigDecimal, BigDecimal> now) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        now.forEach((price, amount) -> {
            BigDecimal was = before.get(price);
            if (was == null) {
                rows.addArray().add("new").add(price).add(amount);
            } else if (was.compareTo(amount) != 0) {
                rows.addArray().add("change").add(price).add(amount);
            }
        });
        before.keySet().stream()
                .filter(price -> !now.containsKey(price))
                .forEach(price -> rows.addArray().add("delete").add(price).add(0));
        return rows;
    }
}
