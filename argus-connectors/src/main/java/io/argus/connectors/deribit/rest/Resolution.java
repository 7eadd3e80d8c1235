package io.argus.connectors.deribit.rest;

import java.util.List;
import java.util.Map;

/** The lengths of bars that a method has, and what it calls them. */
final class Resolution {

    private static final long SECOND_MS = 1000;
    private static final long MINUTE_MS = 60 * SECOND_MS;
    private static final long DAY_MS = 24 * 60 * MINUTE_MS;

    private static final List<Integer> CHART_MINUTES = List.of(1, 3, 5, 10, 15, 30, 60, 120, 180, 360, 720);
    private static final Map<Long, String> VOLATILITY =
            Map.of(SECOND_MS, "1", MINUTE_MS, "60", 60 * MINUTE_MS, "3600", 720 * MINUTE_MS, "43200", DAY_MS, "1D");

    private Resolution() {}

    /** For {@code get_tradingview_chart_data}, which counts minutes. */
    static String ofChart(long durationMs) {
        if (durationMs == DAY_MS) {
            return "1D";
        }
        return CHART_MINUTES.stream()
                .filter(minutes -> minutes * MINUTE_MS == durationMs)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow(() -> unknown(durationMs, "minutes: " + CHART_MINUTES + ", or a day"));
    }

    /** For {@code get_volatility_index_data}, which counts seconds. */
    static String ofVolatilityIndex(long durationMs) {
        String name = VOLATILITY.get(durationMs);
        if (name == null) {
            throw unknown(durationMs, "a second, a minute, 1 or 12 hours, or a day");
        }
        return name;
    }

    private static IllegalArgumentException unknown(long durationMs, String known) {
        return new IllegalArgumentException("no bars of " + durationMs + " ms; there are " + known);
    }
}
