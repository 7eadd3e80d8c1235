package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The methods that need no session, paid for in credits. Safe for any number of threads. */
final class Exchange {

    private static final int SETTLEMENT_IN_PROGRESS = 10041;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long SETTLEMENT_MS = Duration.ofHours(8).toMillis();

    /** How long settlement takes each day. */
    private static final long SETTLING_MS = Duration.ofSeconds(5).toMillis();

    private static final List<String> ALWAYS_ANSWERED =
            List.of("public/get_time", "public/status", "public/test", "public/hello");

    final SimulatedMarket market;
    final Faults faults;
    final MarketData data;
    final MarketHistory history;

    private final InstantSource clock;
    private final CreditLimiter credits;
    private final AtomicLong unpaid = new AtomicLong();

    Exchange(SimulatedMarket market, InstantSource clock, CreditShare credits, Faults faults) {
        this.market = market;
        this.clock = clock;
        this.faults = faults;
        data = new MarketData(market);
        history = new MarketHistory(market, data);
        Instant start = clock.instant();
        this.credits = new CreditLimiter(
                credits, () -> Duration.between(start, clock.instant()).toNanos(), duration -> {});
    }

    long nowMs() {
        return clock.millis();
    }

    /** How many requests were refused for want of credits. */
    long unpaid() {
        return unpaid.get();
    }

    /**
     * @throws RpcFailure 10028 when the method's pool is empty
     */
    void pay(String method) {
        if (!credits.tryAcquire(method)) {
            unpaid.incrementAndGet();
            throw new RpcFailure(DeribitErrors.TOO_MANY_REQUESTS, "too_many_requests");
        }
    }

    /**
     * @throws RpcFailure while errors are planned, or settlement goes on; signs of life are answered all the same
     */
    void requireAvailable(String method) {
        if (ALWAYS_ANSWERED.contains(method)) {
            return;
        }
        long nowMs = nowMs();
        faults.errorAt(nowMs).ifPresent(code -> {
            throw new RpcFailure(code, "planned_error");
        });
        if (Math.floorMod(nowMs - SETTLEMENT_MS, DAY_MS) < SETTLING_MS) {
            throw new RpcFailure(SETTLEMENT_IN_PROGRESS, "settlement_in_progress");
        }
    }

    /**
     * The result of a method.
     *
     * @throws RpcFailure with the error to answer with
     */
    JsonNode call(String method, JsonNode parameters) {
        requireAvailable(method);
        long nowMs = nowMs();
        return switch (method) {
            case "public/get_instruments" -> data.instruments(parameters, nowMs);
            case "public/get_book_summary_by_currency" -> data.summaries(parameters, nowMs);
            case "public/ticker" -> data.ticker(parameters, nowMs);
            case "public/get_order_book" -> data.orderBook(parameters, nowMs);
            case "public/get_index_price" -> data.indexPrice(parameters, nowMs);
            case "public/get_tradingview_chart_data" -> history.chart(parameters, nowMs);
            case "public/get_last_trades_by_instrument" -> history.trades(parameters, nowMs);
            case "public/get_funding_rate_history" -> history.funding(parameters, nowMs);
            case "public/get_delivery_prices" -> history.settlements(parameters, nowMs);
            case "public/get_volatility_index_data" -> history.volatilityIndex(parameters, nowMs);
            case "public/get_time" -> JsonNodeFactory.instance.numberNode(nowMs);
            case "public/status" -> JsonNodeFactory.instance.objectNode().put("locked", "false");
            case "public/test", "public/hello" ->
                JsonNodeFactory.instance.objectNode().put("version", "simulator");
            default -> throw new RpcFailure(METHOD_NOT_FOUND, "Method not found");
        };
    }

    /** An answer without an id, as over HTTP. */
    ObjectNode envelope() {
        long microseconds = 1000 * nowMs();
        return JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("usIn", microseconds)
                .put("usOut", microseconds + 150)
                .put("usDiff", 150)
                .put("testnet", true);
    }

    ObjectNode failure(RpcFailure failure) {
        ObjectNode answer = envelope();
        answer.putObject("error").put("code", failure.code()).put("message", failure.getMessage());
        return answer;
    }
}
