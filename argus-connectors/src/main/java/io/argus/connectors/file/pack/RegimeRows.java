package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads the regimes of a JSON pack, of any scopes in any mixture. */
final class RegimeRows {

    private record Row(
            int index,
            long timestamp,
            VolatilityRegime volatility,
            TrendRegime trend,
            String session,
            double confidence,
            String metrics) {}

    private final Map<String, List<Row>> scopes = new TreeMap<>();

    private OptionalLong timestamp = OptionalLong.empty();
    private String scope = "";
    private String volatility = "";
    private String trend = "";
    private String session = "";
    private double confidence;
    private String metrics = "";

    void read(int index, JsonParser parser) throws IOException {
        timestamp = OptionalLong.empty();
        scope = "";
        volatility = "";
        trend = "";
        session = "";
        confidence = Double.NaN;
        metrics = "";
        JsonRows.fields(parser, name -> field(parser, name));
        scopes.computeIfAbsent(scope, each -> new ArrayList<>())
                .add(new Row(
                        index,
                        JsonRows.required(timestamp, "timestamp_ms"),
                        constant(VolatilityRegime.values(), "vol_regime", volatility),
                        constant(TrendRegime.values(), "trend_regime", trend),
                        session,
                        Double.isNaN(confidence) ? 0 : confidence,
                        metrics.isEmpty() ? "{}" : metrics));
    }

    /** The scopes that rows named; the empty one for rows that name none. */
    List<String> scopes() {
        return List.copyOf(scopes.keySet());
    }

    int size(String of) {
        return scopes.getOrDefault(of, List.of()).size();
    }

    /**
     * @param symbol of the instrument that the scope is
     * @throws IllegalArgumentException naming the row in which something is wrong
     */
    RegimeSeries series(String of, String symbol, TradingCalendar calendar) {
        List<Regime> regimes = new ArrayList<>();
        for (Row row : scopes.getOrDefault(of, List.of())) {
            try {
                Session part = row.session().isEmpty()
                        ? calendar.sessionAt(row.timestamp())
                        : constant(Session.values(), "session_regime", row.session());
                regimes.add(new Regime(
                        row.timestamp(), row.volatility(), row.trend(), part, row.confidence(), row.metrics()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("regimes[" + row.index() + "]: " + e.getMessage(), e);
            }
        }
        try {
            return new RegimeSeries(symbol, regimes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("regimes of " + symbol + ": " + e.getMessage(), e);
        }
    }

    private void field(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "timestamp_ms" -> timestamp = JsonRows.whole(parser);
            case "scope" -> scope = JsonRows.text(parser);
            case "vol_regime" -> volatility = JsonRows.text(parser);
            case "trend_regime" -> trend = JsonRows.text(parser);
            case "session_regime" -> session = JsonRows.text(parser);
            case "confidence" -> confidence = JsonRows.number(parser);
            case "metrics_json" -> metrics = json(parser);
            default -> {}
        }
    }

    /** A JSON text as it is; an object that stands there itself, as text. */
    private static String json(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT
                ? PackJson.MAPPER.readTree(parser).toString()
                : JsonRows.text(parser);
    }

    /** Nothing, for a state, is UNKNOWN where there is such a constant: the first one. */
    private static <E extends Enum<E>> E constant(E[] constants, String key, String name) {
        if (name.isEmpty()) {
            return constants[0];
        }
        for (E each : constants) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no " + key + " is called \"" + name + "\"");
    }
}
