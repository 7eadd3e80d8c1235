package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.market.BarSeries;
import io.argus.research.port.PriceHistory;
import java.time.InstantSource;
import java.util.Map;

/** Bars of trades, by {@code get_tradingview_chart_data}, in windows short enough for one answer each. */
public final class DeribitPriceHistory implements PriceHistory {

    private static final String METHOD = "public/get_tradingview_chart_data";

    /** Fewer than Deribit gives at once, so that no answer is cut. */
    private static final int BARS_A_PAGE = 2000;

    private final DeribitRest rest;
    private final InstantSource clock;

    /**
     * @param clock tells which bars have closed
     */
    public DeribitPriceHistory(DeribitRest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public BarSeries between(String symbol, long durationMs, long fromMs, long toMs) {
        String resolution = Resolution.ofChart(durationMs);
        long nowMs = clock.millis();
        long endMs = Math.min(toMs, nowMs);
        BarPages pages = new BarPages(symbol, durationMs, fromMs, toMs, nowMs);
        long windowMs = BARS_A_PAGE * durationMs;
        for (long startMs = fromMs; startMs < endMs; startMs += windowMs) {
            JsonNode page = rest.call(
                    METHOD,
                    Map.of(
                            "instrument_name",
                            symbol,
                            "start_timestamp",
                            startMs,
                            "end_timestamp",
                            Math.min(endMs, startMs + windowMs) - 1,
                            "resolution",
                            resolution));
            add(page, pages);
        }
        return pages.series();
    }

    private static void add(JsonNode page, BarPages into) {
        if (page.path("status").asText().equals("no_data")) {
            return;
        }
        JsonNode ticks = page.path("ticks");
        for (String column : new String[] {"open", "high", "low", "close", "volume"}) {
            if (!ticks.isArray() || page.path(column).size() != ticks.size()) {
                throw DeribitErrors.unreadable(METHOD, "columns of different lengths", Retry.NEVER);
            }
        }
        for (int i = 0; i < ticks.size(); i++) {
            into.add(
                    ticks.get(i).longValue(),
                    page.path("open").get(i).doubleValue(),
                    page.path("high").get(i).doubleValue(),
                    page.path("low").get(i).doubleValue(),
                    page.path("close").get(i).doubleValue(),
                    page.path("volume").get(i).doubleValue());
        }
    }
}
