package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads the outcomes of a JSON pack, of any symbols and horizons in any mixture. */
final class OutcomeRows {

    private static final String LEAST_RETURN = "of at least -1";

    private final Map<String, Map<Long, OutcomeSeries.Builder>> series = new TreeMap<>();

    private String symbol = "";
    private OptionalLong timestamp = OptionalLong.empty();
    private OptionalLong horizon = OptionalLong.empty();
    private OptionalLong windowStart = OptionalLong.empty();
    private OptionalLong windowEnd = OptionalLong.empty();
    private OptionalLong expected = OptionalLong.empty();
    private OptionalLong found = OptionalLong.empty();
    private double closeNow;
    private double closeAtHorizon;
    private double forwardReturn;
    private double maxRunup;
    private double maxDrawdown;
    private double realizedVolatility;
    private String status = "";

    /** Reads the row that the parser stands on. */
    void read(JsonParser parser) throws IOException {
        symbol = "";
        timestamp = OptionalLong.empty();
        horizon = OptionalLong.empty();
        windowStart = OptionalLong.empty();
        windowEnd = OptionalLong.empty();
        expected = OptionalLong.empty();
        found = OptionalLong.empty();
        closeNow = Double.NaN;
        closeAtHorizon = Double.NaN;
        forwardReturn = Double.NaN;
        maxRunup = Double.NaN;
        maxDrawdown = Double.NaN;
        realizedVolatility = Double.NaN;
        status = "";
        JsonRows.fields(parser, name -> field(parser, name));
        add();
    }

    /**
     * @param named gives the symbol of rows that tell none, and any other as it is
     */
    List<OutcomeSeries> series(UnaryOperator<String> named) {
        List<OutcomeSeries> all = new ArrayList<>();
        series.forEach((of, horizons) -> horizons.forEach((seconds, rows) -> {
            OutcomeSeries built = rows.build();
            all.add(of.isEmpty() ? renamed(built, named.apply(of)) : built);
        }));
        return all;
    }

    private void field(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "symbol" -> symbol = JsonRows.text(parser);
            case "timestamp_ms" -> timestamp = JsonRows.whole(parser);
            case "horizon_seconds" -> horizon = JsonRows.whole(parser);
            case "close_now" -> closeNow = JsonRows.number(parser);
            case "close_at_horizon" -> closeAtHorizon = JsonRows.number(parser);
            case "fwd_return" -> forwardReturn = JsonRows.number(parser);
            case "max_runup" -> maxRunup = JsonRows.number(parser);
            case "max_drawdown" -> maxDrawdown = JsonRows.number(parser);
            case "realized_vol" -> realizedVolatility = JsonRows.number(parser);
            case "status" -> status = JsonRows.text(parser);
            case "window_start_ms" -> windowStart = JsonRows.whole(parser);
            case "window_end_ms" -> windowEnd = JsonRows.whole(parser);
            case "bars_expected" -> expected = JsonRows.whole(parser);
            case "bars_found" -> found = JsonRows.whole(parser);
            default -> {}
        }
    }

    private void add() {
        long seconds = JsonRows.required(horizon, "horizon_seconds");
        OutcomeStatus complete = constant(status);
        if (complete != OutcomeStatus.INCOMPLETE && Double.isNaN(forwardReturn)) {
            throw new IllegalArgumentException("fwd_return is missing, but status is " + status);
        }
        requireSound(closeNow, closeAtHorizon, forwardReturn, maxRunup, maxDrawdown, realizedVolatility);
        series.computeIfAbsent(symbol, each -> new TreeMap<>())
                .computeIfAbsent(seconds, each -> OutcomeSeries.builder(placeholder(symbol), each))
                .next(
                        JsonRows.required(timestamp, "timestamp_ms"),
                        closeNow,
                        JsonRows.required(windowStart, "window_start_ms"),
                        JsonRows.required(windowEnd, "window_end_ms"),
                        JsonRows.count(expected, "bars_expected"),
                        JsonRows.count(found, "bars_found"))
                .figures(complete, closeAtHorizon, forwardReturn, maxRunup, maxDrawdown, realizedVolatility);
    }

    /**
     * Refuses figures that no prices have.
     *
     * @throws IllegalArgumentException naming the figure; NaN is one that is not told
     */
    static void requireSound(
            double closeNow,
            double closeAtHorizon,
            double forwardReturn,
            double runup,
            double drawdown,
            double volatility) {
        require("close_now", closeNow, closeNow > 0, "above 0");
        require("close_at_horizon", closeAtHorizon, closeAtHorizon > 0, "above 0");
        require("fwd_return", forwardReturn, forwardReturn >= -1, LEAST_RETURN);
        require("max_runup", runup, runup >= -1, LEAST_RETURN);
        require("max_drawdown", drawdown, drawdown >= -1, LEAST_RETURN);
        require("realized_vol", volatility, volatility >= 0, "of at least 0");
    }

    private static void require(String name, double value, boolean sound, String bound) {
        if (!Double.isNaN(value) && (!sound || Double.isInfinite(value))) {
            throw new IllegalArgumentException(name + " must be a number " + bound + ", not " + value);
        }
    }

    private static OutcomeStatus constant(String name) {
        for (OutcomeStatus each : OutcomeStatus.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("status must be OK, INCOMPLETE or GAP, not \"" + name + "\"");
    }

    /** A series has a name from the start; rows without a symbol learn theirs when the file is read. */
    private static String placeholder(String symbol) {
        return symbol.isEmpty() ? "?" : symbol;
    }

    private static OutcomeSeries renamed(OutcomeSeries series, String symbol) {
        OutcomeSeries.Builder rows = OutcomeSeries.builder(symbol, series.horizonSeconds());
        for (int i = 0; i < series.size(); i++) {
            rows.add(series.outcome(i));
        }
        return rows.build();
    }
}
