package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.Fields;
import io.argus.connectors.deribit.TradeMessage;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.pack.MarketTrade;
import io.argus.research.port.TradeHistory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trades by their sequence numbers, which leave no gap where several trades share a millisecond. A trade is known when
 * it was received.
 */
public final class DeribitTradeHistory implements TradeHistory {

    private static final String METHOD = "public/get_last_trades_by_instrument";
    private static final int TRADES_A_PAGE = 1000;

    private final DeribitRest rest;
    private final InstantSource clock;

    /**
     * @param clock gives the time of receipt
     */
    public DeribitTradeHistory(DeribitRest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public Trades after(String instrument, long sequence) {
        List<MarketTrade> trades = new ArrayList<>();
        long last = sequence;
        while (true) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("instrument_name", instrument);
            parameters.put("start_seq", last + 1);
            parameters.put("count", TRADES_A_PAGE);
            parameters.put("sorting", "asc");
            JsonNode page = rest.call(METHOD, parameters);
            SortedMap<Long, MarketTrade> fresh = trades(page).tailMap(last + 1);
            trades.addAll(fresh.values());
            boolean more = page.path("has_more").asBoolean(false);
            if (!more) {
                return new Trades(trades, fresh.isEmpty() ? last : fresh.lastKey());
            }
            if (fresh.isEmpty()) {
                throw DeribitErrors.unreadable(METHOD, "pages that do not come to an end", Retry.NEVER);
            }
            last = fresh.lastKey();
        }
    }

    @Override
    public Trades latest(String instrument) {
        SortedMap<Long, MarketTrade> newest =
                trades(rest.call(METHOD, Map.of("instrument_name", instrument, "count", 1, "sorting", "desc")));
        return newest.isEmpty()
                ? new Trades(List.of(), 0)
                : new Trades(List.copyOf(newest.tailMap(newest.lastKey()).values()), newest.lastKey());
    }

    private SortedMap<Long, MarketTrade> trades(JsonNode page) {
        long receivedMs = clock.millis();
        SortedMap<Long, MarketTrade> trades = new TreeMap<>();
        for (JsonNode each : page.path("trades")) {
            TradeMessage message = TradeMessage.read(new Fields(METHOD, each), receivedMs);
            trades.put(message.sequence(), message.trade());
        }
        return trades;
    }
}
