package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.market.BarSeries;
import io.argus.research.port.PriceHistory;
import java.time.InstantSource;
import java.util.Map;

/**
 * Bars of Deribit's index of implied volatility, under {@code BTC-DVOL} and {@code ETH-DVOL}, in decimals: 0.55 is 55 %.
 * Answers come newest first, each saying where the one before it ends.
 */
public final class DeribitVolatilityIndex implements PriceHistory {

    private static final String METHOD = "public/get_volatility_index_data";
    private static final String SUFFIX = "-DVOL";

    private final DeribitRest rest;
    private final InstantSource clock;

    /**
     * @param clock tells which bars have closed
     */
    public DeribitVolatilityIndex(DeribitRest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public BarSeries between(String symbol, long durationMs, long fromMs, long toMs) {
        if (!symbol.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("a volatility index is called like BTC-DVOL, not " + symbol);
        }
        String currency = symbol.substring(0, symbol.length() - SUFFIX.length());
        String resolution = Resolution.ofVolatilityIndex(durationMs);
        BarPages pages = new BarPages(symbol, durationMs, fromMs, toMs, clock.millis());
        long endMs = toMs - 1;
        while (endMs >= fromMs) {
            JsonNode page = rest.call(
                    METHOD,
                    Map.of(
                            "currency",
                            currency,
                            "start_timestamp",
                            fromMs,
                            "end_timestamp",
                            endMs,
                            "resolution",
                            resolution));
            add(page.path("data"), pages);
            JsonNode continuation = page.path("continuation");
            if (!continuation.isNumber()) {
                break;
            }
            if (continuation.longValue() >= endMs) {
                throw DeribitErrors.unreadable(METHOD, "pages that do not come to an end", Retry.NEVER);
            }
            endMs = continuation.longValue();
        }
        return pages.series();
    }

    private static void add(JsonNode rows, BarPages into) {
        for (JsonNode row : rows) {
            if (row.size() < 5) {
                throw DeribitErrors.unreadable(METHOD, "a row of " + row.size() + " figures", Retry.NEVER);
            }
            into.add(row.get(0).longValue(), percent(row, 1), percent(row, 2), percent(row, 3), percent(row, 4), 0);
        }
    }

    private static double percent(JsonNode row, int column) {
        return row.get(column).doubleValue() / 100;
    }
}
