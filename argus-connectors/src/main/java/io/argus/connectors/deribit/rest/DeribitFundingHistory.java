package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import io.argus.domain.pack.FundingRate;
import io.argus.research.port.FundingHistory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Funding by the hour, known when the hour has ended. */
public final class DeribitFundingHistory implements FundingHistory {

    private static final String METHOD = "public/get_funding_rate_history";

    /** Fewer hours than Deribit gives at once. */
    private static final long WINDOW_MS = Duration.ofDays(14).toMillis();

    private final DeribitRest rest;

    public DeribitFundingHistory(DeribitRest rest) {
        this.rest = rest;
    }

    @Override
    public List<FundingRate> between(String symbol, long fromMs, long toMs) {
        SortedMap<Long, FundingRate> rates = new TreeMap<>();
        for (long startMs = fromMs; startMs < toMs; startMs += WINDOW_MS) {
            JsonNode page = rest.call(
                    METHOD,
                    Map.of(
                            "instrument_name",
                            symbol,
                            "start_timestamp",
                            startMs,
                            "end_timestamp",
                            Math.min(toMs, startMs + WINDOW_MS)));
            for (JsonNode each : page) {
                Fields fields = new Fields(METHOD, each);
                long timeMs = fields.whole("timestamp");
                rates.put(timeMs, new FundingRate(symbol, timeMs, timeMs, fields.number("interest_1h")));
            }
        }
        return List.copyOf(rates.subMap(fromMs, toMs).values());
    }
}
