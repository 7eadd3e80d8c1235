package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.Fields;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.SettlementHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index's average over the half hour before 08:00 UTC of each day, at which contracts settle. */
public final class DeribitSettlementHistory implements SettlementHistory {

    private static final String METHOD = "public/get_delivery_prices";
    private static final int ROWS_A_PAGE = 100;

    private final DeribitRest rest;

    public DeribitSettlementHistory(DeribitRest rest) {
        this.rest = rest;
    }

    @Override
    public List<Settlement> since(String underlying, long fromMs) {
        String index = Underlying.of(underlying).index();
        SortedMap<Long, Settlement> settlements = new TreeMap<>();
        // Newest first: a new day while paging moves the rest down, so that a row may come twice but none is missed.
        for (int offset = 0; ; offset += ROWS_A_PAGE) {
            JsonNode page = rest.call(METHOD, Map.of("index_name", index, "offset", offset, "count", ROWS_A_PAGE));
            for (JsonNode each : page.path("data")) {
                Fields fields = new Fields(METHOD, each);
                long timeMs = time(fields.text("date"));
                settlements.put(timeMs, new Settlement(underlying, timeMs, timeMs, fields.number("delivery_price")));
            }
            boolean last = page.path("data").size() < ROWS_A_PAGE;
            if (last || settlements.firstKey() < fromMs) {
                return List.copyOf(settlements.tailMap(fromMs).values());
            }
        }
    }

    private static long time(String date) {
        try {
            return DeribitExpiry.ms(LocalDate.parse(date));
        } catch (DateTimeException e) {
            throw DeribitErrors.unreadable(METHOD, "\"" + date + "\" instead of a date", Retry.NEVER);
        }
    }
}
