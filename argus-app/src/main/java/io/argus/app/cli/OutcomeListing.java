package io.argus.app.cli;

import io.argus.app.terminal.Json;
import io.argus.domain.pack.OutcomeSeries;
import java.io.IOException;
import java.util.List;

/** Outcomes as CSV or JSON, a row a line, with the names and the order that packs have. */
final class OutcomeListing {

    private static final List<String> NAMES = List.of(
            "timestamp_ms",
            "horizon_seconds",
            "close_now",
            "close_at_horizon",
            "fwd_return",
            "max_runup",
            "max_drawdown",
            "realized_vol",
            "status",
            "window_start_ms",
            "window_end_ms",
            "bars_expected",
            "bars_found",
            "gap_count",
            "symbol");

    private OutcomeListing() {}

    static void write(List<OutcomeSeries> outcomes, boolean json, Appendable out) throws IOException {
        if (json) {
            json(outcomes, out);
        } else {
            csv(outcomes, out);
        }
    }

    private static void csv(List<OutcomeSeries> outcomes, Appendable out) throws IOException {
        out.append(String.join(",", NAMES)).append('\n');
        for (OutcomeSeries series : outcomes) {
            for (int i = 0; i < series.size(); i++) {
                out.append(String.join(",", row(series, i, "", series.status(i).name(), quoted(series.symbol()))))
                        .append('\n');
            }
        }
    }

    private static void json(List<OutcomeSeries> outcomes, Appendable out) throws IOException {
        out.append("{\"outcomes\":[");
        String separator = "\n";
        for (OutcomeSeries series : outcomes) {
            String symbol = Json.text(series.symbol());
            for (int i = 0; i < series.size(); i++) {
                List<String> values =
                        row(series, i, "null", "\"" + series.status(i).name() + "\"", symbol);
                out.append(separator);
                for (int field = 0; field < values.size(); field++) {
                    out.append(field == 0 ? "{\"" : ",\"")
                            .append(NAMES.get(field))
                            .append("\":")
                            .append(values.get(field));
                }
                out.append('}');
                separator = ",\n";
            }
        }
        out.append("]}\n");
    }

    private static List<String> row(OutcomeSeries series, int i, String absent, String status, String symbol) {
        return List.of(
                Long.toString(series.timestamp(i)),
                Long.toString(series.horizonSeconds()),
                number(series.closeNow(i), absent),
                number(series.closeAtHorizon(i), absent),
                number(series.forwardReturn(i), absent),
                number(series.maxRunup(i), absent),
                number(series.maxDrawdown(i), absent),
                number(series.realizedVolatility(i), absent),
                status,
                Long.toString(series.windowStart(i)),
                Long.toString(series.windowEnd(i)),
                Integer.toString(series.barsExpected(i)),
                Integer.toString(series.barsFound(i)),
                Integer.toString(Math.max(0, series.barsExpected(i) - series.barsFound(i))),
                symbol);
    }

    private static String number(double value, String absent) {
        return Double.isNaN(value) ? absent : Double.toString(value);
    }

    private static String quoted(String symbol) {
        boolean plain = symbol.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? symbol : "\"" + symbol.replace("\"", "\"\"") + "\"";
    }
}
