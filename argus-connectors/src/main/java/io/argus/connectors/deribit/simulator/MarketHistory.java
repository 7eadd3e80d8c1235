package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitExpiry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** What was: bars, trades, funding, settlements and the volatility index, in pages. */
final class MarketHistory {

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final Set<String> BAR_MINUTES =
            Set.of("1", "3", "5", "10", "15", "30", "60", "120", "180", "360", "720");

    private static final int ROWS_A_PAGE = 5000;
    private static final int VOLATILITY_ROWS_A_PAGE = 1000;
    private static final Duration AVERAGED = Duration.ofMinutes(30);

    /** Trades come in threes every 21 s, two of them in the same millisecond. */
    private static final long TRADE_MS = 7000;

    private static final long FIRST_TRADE_MS =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private final SimulatedMarket market;
    private final MarketData data;

    MarketHistory(SimulatedMarket market, MarketData data) {
        this.market = market;
        this.data = data;
    }

    JsonNode chart(JsonNode parameters, long nowMs) {
        SimulatedInstrument instrument = data.instrument(parameters, nowMs);
        String resolution = parameters.path("resolution").asText();
        long durationMs = findBarMs(resolution).orElseThrow(() -> RpcFailure.invalidParameter("resolution"));
        long from = firstMultiple(
                durationMs, Math.max(parameters.path("start_timestamp").asLong(), instrument.listedMs()));
        long to = Math.min(parameters.path("end_timestamp").asLong(), nowMs);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode ticks = answer.putArray("ticks");
        ArrayNode open = answer.putArray("open");
        ArrayNode high = answer.putArray("high");
        ArrayNode low = answer.putArray("low");
        ArrayNode close = answer.putArray("close");
        ArrayNode volume = answer.putArray("volume");
        for (long at = from; at <= to && ticks.size() < ROWS_A_PAGE; at += durationMs) {
            Traded traded = traded(instrument, at, Math.min(at + durationMs, nowMs));
            ticks.add(at);
            open.add(traded.open());
            high.add(traded.high());
            low.add(traded.low());
            close.add(traded.close());
            volume.add(traded.volume());
        }
        return answer.put("status", ticks.isEmpty() ? "no_data" : "ok");
    }

    /** The bar that is under way, as its channel tells it. */
    ObjectNode newestBar(SimulatedInstrument instrument, String resolution, long nowMs) {
        long durationMs = findBarMs(resolution).orElseThrow();
        long openMs = Math.floorDiv(nowMs, durationMs) * durationMs;
        Traded traded = traded(instrument, Math.max(openMs, instrument.listedMs()), nowMs);
        return JsonNodeFactory.instance
                .objectNode()
                .put("tick", openMs)
                .put("open", traded.open())
                .put("high", traded.high())
                .put("low", traded.low())
                .put("close", traded.close())
                .put("volume", traded.volume())
                .put("cost", traded.volume());
    }

    /** Deribit tells the lengths of bars in minutes; empty for one that it has not. */
    static OptionalLong findBarMs(String resolution) {
        if (resolution.equals("1D")) {
            return OptionalLong.of(DAY_MS);
        }
        return BAR_MINUTES.contains(resolution)
                ? OptionalLong.of(Integer.parseInt(resolution) * MINUTE_MS)
                : OptionalLong.empty();
    }

    private static double volume(long openMs) {
        return (10 + Noise.below(90, openMs)) / 10.0;
    }

    JsonNode trades(JsonNode parameters, long nowMs) {
        SimulatedInstrument instrument = data.instrument(parameters, nowMs);
        int count = Math.min(1000, parameters.path("count").asInt(10));
        long newest = instrument.option() ? 0 : newestTrade(nowMs);
        boolean ascending = parameters.path("sorting").asText("desc").equals("asc");
        long oldest = newestTrade(instrument.listedMs() - 1) + 1;
        long start = Math.max(Math.max(1, oldest), parameters.path("start_seq").asLong(1));
        long end = Math.min(newest, parameters.path("end_seq").asLong(newest));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("trades");
        long first = ascending ? start : Math.max(start, end - count + 1);
        long last = ascending ? Math.min(end, start + count - 1) : end;
        for (long i = 0; i <= last - first; i++) {
            rows.add(trade(instrument, ascending ? first + i : last - i));
        }
        return answer.put("has_more", ascending ? last < end : first > start);
    }

    ObjectNode trade(SimulatedInstrument instrument, long sequence) {
        long timeMs = tradeMs(sequence);
        boolean buy = Noise.below(2, sequence) == 0;
        int contracts = 1 + Noise.below(20, sequence, 1);
        return JsonNodeFactory.instance
                .objectNode()
                .put("trade_seq", sequence)
                .put("trade_id", instrument.currency() + "-" + sequence)
                .put("timestamp", timeMs)
                .put("instrument_name", instrument.symbol())
                .put("direction", buy ? "buy" : "sell")
                .put("price", market.mark(instrument, timeMs) + (buy ? instrument.tick() : 0))
                .put("amount", instrument.terms().multiplier() * contracts)
                .put("contracts", (double) contracts)
                .put("index_price", market.index(instrument.currency(), timeMs));
    }

    /** The sequence of the last trade at or before a time. */
    static long newestTrade(long nowMs) {
        long sequence = Math.floorDiv(nowMs - FIRST_TRADE_MS, TRADE_MS);
        return tradeMs(sequence + 1) <= nowMs ? sequence + 1 : sequence;
    }

    JsonNode funding(JsonNode parameters, long nowMs) {
        SimulatedInstrument instrument = data.instrument(parameters, nowMs);
        long from = firstMultiple(
                HOUR_MS, Math.max(parameters.path("start_timestamp").asLong(), instrument.listedMs()));
        long to = Math.min(parameters.path("end_timestamp").asLong(), nowMs);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (long at = from; at <= to && rows.size() < ROWS_A_PAGE; at += HOUR_MS) {
            OptionalDouble rate = market.fundingRate(instrument, at);
            if (rate.isPresent()) {
                rows.addObject()
                        .put("timestamp", at)
                        .put("index_price", market.index(instrument.currency(), at))
                        .put("interest_1h", rate.getAsDouble())
                        .put("interest_8h", 8 * rate.getAsDouble());
            }
        }
        return rows;
    }

    JsonNode settlements(JsonNode parameters, long nowMs) {
        String currency = data.currencyOfIndex(parameters.path("index_name").asText());
        LocalDate today = Instant.ofEpochMilli(nowMs).atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate newest = DeribitExpiry.ms(today) <= nowMs ? today : today.minusDays(1);
        long firstMs = data.perpetual(currency, nowMs).listedMs() + AVERAGED.toMillis();
        LocalDate first = LocalDate.ofEpochDay(-Math.floorDiv(DeribitExpiry.ms(LocalDate.EPOCH) - firstMs, DAY_MS));
        long total = Math.max(0, newest.toEpochDay() - first.toEpochDay() + 1);
        int offset = parameters.path("offset").asInt();
        int count = parameters.path("count").asInt(10);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("data");
        for (long i = offset; i < Math.min(total, (long) offset + count); i++) {
            LocalDate date = newest.minusDays(i);
            double price = market.settlement(currency, DeribitExpiry.ms(date))
                    .orElseGet(() -> averageBefore(currency, DeribitExpiry.ms(date)));
            rows.addObject().put("date", date.toString()).put("delivery_price", price);
        }
        return answer.put("records_total", total);
    }

    /** Newest first by page, as Deribit answers: each page says where the one before it ends. */
    JsonNode volatilityIndex(JsonNode parameters, long nowMs) {
        String currency = parameters.path("currency").asText();
        long durationMs = volatilityMs(parameters.path("resolution").asText());
        long knownMs = data.perpetual(currency, nowMs).listedMs() + HOUR_MS;
        long from = -Math.floorDiv(-Math.max(parameters.path("start_timestamp").asLong(), knownMs), durationMs);
        long to = Math.floorDiv(Math.min(parameters.path("end_timestamp").asLong(), nowMs), durationMs);
        long first = Math.max(from, to - VOLATILITY_ROWS_A_PAGE + 1);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("data");
        for (long at = first; at <= to; at++) {
            double open = volatility(currency, at * durationMs);
            double close = volatility(currency, (at + 1) * durationMs);
            rows.addArray()
                    .add(at * durationMs)
                    .add(open)
                    .add(Math.max(open, close) + 0.25)
                    .add(Math.min(open, close) - 0.25)
                    .add(close);
        }
        return first > from ? answer.put("continuation", (first - 1) * durationMs) : answer.putNull("continuation");
    }

    private double volatility(String currency, long timeMs) {
        return 55 + 500 * (market.index(currency, timeMs) / market.index(currency, timeMs - HOUR_MS) - 1);
    }

    /** Deribit tells resolutions of this index in seconds, and those of bars in minutes. */
    private static long volatilityMs(String resolution) {
        Long milliseconds = Map.of("1", 1000L, "60", MINUTE_MS, "3600", HOUR_MS, "43200", 12 * HOUR_MS, "1D", DAY_MS)
                .get(resolution);
        if (milliseconds == null) {
            throw RpcFailure.invalidParameter("resolution");
        }
        return milliseconds;
    }

    private double averageBefore(String currency, long endMs) {
        double sum = 0;
        int minutes = (int) AVERAGED.toMinutes();
        for (int i = 1; i <= minutes; i++) {
            sum += market.index(currency, endMs - i * MINUTE_MS);
        }
        return sum / minutes;
    }

    private static long tradeMs(long sequence) {
        return FIRST_TRADE_MS + (sequence - (sequence % 3 == 1 ? 1 : 0)) * TRADE_MS;
    }

    private static long firstMultiple(long stepMs, long fromMs) {
        return -Math.floorDiv(-fromMs, stepMs) * stepMs;
    }

    private Traded traded(SimulatedInstrument instrument, long fromMs, long toMs) {
        return market.bar(instrument, fromMs, toMs)
                .map(bar -> new Traded(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
                .orElseGet(() -> looked(instrument, fromMs, toMs));
    }

    /** Open, high, low and close by five looks at the price. */
    private Traded looked(SimulatedInstrument instrument, long fromMs, long toMs) {
        double open = market.mark(instrument, fromMs);
        double close = market.mark(instrument, toMs);
        double high = Math.max(open, close);
        double low = Math.min(open, close);
        for (int i = 1; i < 4; i++) {
            double price = market.mark(instrument, fromMs + (toMs - fromMs) * i / 4);
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        return new Traded(open, high, low, close, volume(fromMs));
    }

    /** A bar that may be under way, or just begun. */
    private record Traded(double open, double high, double low, double close, double volume) {}
}
