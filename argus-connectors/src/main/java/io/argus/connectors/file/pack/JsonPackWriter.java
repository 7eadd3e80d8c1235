package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.argus.connectors.file.BarIntervals;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes a pack as a stream of JSON, a row a line. What is absent is null. */
final class JsonPackWriter {

    private final JsonGenerator json;

    private JsonPackWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Pack pack, OutputStream out) throws IOException {
        // The caller closes the stream: an atomic file is not finished here.
        try (JsonGenerator generator = PackJson.FACTORY
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setCodec(PackJson.MAPPER)
                .setPrettyPrinter(new RowALine())) {
            new JsonPackWriter(generator).write(pack);
            generator.writeRaw('\n');
        }
    }

    private void write(Pack pack) throws IOException {
        json.writeStartObject();
        json.writeFieldName("metadata");
        json.writeTree(PackMetadata.write(pack));
        json.writeArrayFieldStart("bars");
        for (BarSeries series : pack.bars()) {
            bars(series, pack.findInstrument(series.symbol()).orElseThrow());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outcomes");
        for (OutcomeSeries series : pack.outcomes()) {
            outcomes(series);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regimes");
        for (RegimeSeries series : pack.regimes()) {
            regimes(series);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("snapshots");
        for (ChainSeries series : pack.chains()) {
            for (int i = 0; i < series.size(); i++) {
                snapshot(series.chain(i));
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("instruments");
        instruments(pack.instruments());
        instruments(pack.optionTerms());
        json.writeEndArray();
        events(pack.events());
        json.writeEndObject();
    }

    private void bars(BarSeries series, Instrument instrument) throws IOException {
        BarIntervals intervals = new BarIntervals(instrument.calendar(), series.durationMs());
        for (int i = 0; i < series.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("timestamp_ms", series.openTime(i));
            json.writeNumberField("open", series.open(i));
            json.writeNumberField("high", series.high(i));
            json.writeNumberField("low", series.low(i));
            json.writeNumberField("close", series.close(i));
            json.writeNumberField("volume", series.volume(i));
            json.writeStringField("symbol", series.symbol());
            if (!derivable(intervals, series.openTime(i), series.closeTime(i))) {
                json.writeNumberField("close_ms", series.closeTime(i));
            }
            json.writeEndObject();
        }
    }

    private static boolean derivable(BarIntervals intervals, long open, long close) {
        try {
            return intervals.openOf(open) == open && intervals.closeOf(open) == close;
        } catch (IllegalArgumentException noSession) {
            return false;
        }
    }

    private void outcomes(OutcomeSeries series) throws IOException {
        for (int i = 0; i < series.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("timestamp_ms", series.timestamp(i));
            json.writeNumberField("horizon_seconds", series.horizonSeconds());
            number("close_now", series.closeNow(i));
            number("close_at_horizon", series.closeAtHorizon(i));
            number("fwd_return", series.forwardReturn(i));
            number("max_runup", series.maxRunup(i));
            number("max_drawdown", series.maxDrawdown(i));
            number("realized_vol", series.realizedVolatility(i));
            json.writeStringField("status", series.status(i).name());
            json.writeNumberField("window_start_ms", series.windowStart(i));
            json.writeNumberField("window_end_ms", series.windowEnd(i));
            json.writeNumberField("bars_expected", series.barsExpected(i));
            json.writeNumberField("bars_found", series.barsFound(i));
            json.writeNumberField("gap_count", Math.max(0, series.barsExpected(i) - series.barsFound(i)));
            json.writeStringField("symbol", series.symbol());
            json.writeEndObject();
        }
    }

    private void regimes(RegimeSeries series) throws IOException {
        for (Regime regime : series.regimes()) {
            json.writeStartObject();
            json.writeNumberField("timestamp_ms", regime.timestampMs());
            json.writeStringField("scope", series.scope());
            json.writeStringField("vol_regime", regime.volatility().name());
            json.writeStringField("trend_regime", regime.trend().name());
            json.writeStringField("session_regime", regime.session().name());
            json.writeNumberField("confidence", regime.confidence());
            json.writeStringField("metrics_json", regime.metrics());
            json.writeEndObject();
        }
    }

    private void snapshot(OptionChain chain) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", chain.underlying());
        json.writeNumberField("recv_ts_ms", chain.receivedMs());
        json.writeNumberField("source_ts_ms", chain.sourceMs());
        number("underlying_price", chain.underlyingPrice());
        number("atm_iv", chain.atTheMoneyVolatility());
        if (chain.atTheMoneyExpiryMs().isPresent()) {
            json.writeNumberField("atm_iv_expiry_ms", chain.atTheMoneyExpiryMs().getAsLong());
        }
        json.writeStringField("provider", chain.provider());
        json.writeObjectFieldStart("quotes_json");
        quotes(chain, "puts", Right.PUT);
        quotes(chain, "calls", Right.CALL);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void quotes(OptionChain chain, String name, Right right) throws IOException {
        json.writeArrayFieldStart(name);
        for (int row = 0; row < chain.size(); row++) {
            if (chain.right(row) != right) {
                continue;
            }
            json.writeStartObject();
            json.writeNumberField("strike", chain.strike(row));
            json.writeNumberField("expiry_ms", chain.expiryMs(row));
            number("bid", chain.bid(row));
            number("ask", chain.ask(row));
            number("bid_size", chain.bidSize(row));
            number("ask_size", chain.askSize(row));
            number("iv", chain.impliedVolatility(row));
            number("delta", chain.delta(row));
            number("gamma", chain.gamma(row));
            number("theta", chain.theta(row));
            number("vega", chain.vega(row));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void instruments(Collection<Instrument> instruments) throws IOException {
        for (Instrument instrument : instruments) {
            json.writeTree(InstrumentDocument.write(instrument));
        }
    }

    private void events(MarketEvents events) throws IOException {
        rows("settlements", events.settlements(), row -> {
            json.writeStringField("instrument", row.instrument());
            times(row.timeMs(), row.knownMs());
            json.writeNumberField("price", row.price());
        });
        rows("funding", events.funding(), row -> {
            json.writeStringField("symbol", row.symbol());
            times(row.timeMs(), row.knownMs());
            json.writeNumberField("rate", row.rate());
        });
        rows("actions", events.actions(), row -> {
            json.writeStringField("symbol", row.symbol());
            json.writeNumberField("ex_ms", row.exMs());
            json.writeNumberField("split", row.split());
            json.writeNumberField("dividend", row.dividend());
        });
        rows("trades", events.trades(), row -> {
            json.writeStringField("instrument", row.instrument());
            json.writeStringField("id", row.id());
            times(row.timeMs(), row.knownMs());
            json.writeNumberField("price", row.price());
            json.writeNumberField("size", row.size());
            json.writeStringField("taker", row.taker().name().toLowerCase(Locale.ROOT));
        });
        rows("index_prices", events.indexPrices(), row -> {
            json.writeStringField("index", row.index());
            times(row.timeMs(), row.knownMs());
            json.writeNumberField("price", row.price());
        });
    }

    /** The fields of one row. */
    @FunctionalInterface
    private interface Row<T> {
        void write(T row) throws IOException;
    }

    private <T> void rows(String section, Collection<T> rows, Row<T> fields) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(section);
        for (T row : rows) {
            json.writeStartObject();
            fields.write(row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void times(long timeMs, long knownMs) throws IOException {
        json.writeNumberField("time_ms", timeMs);
        json.writeNumberField("known_ms", knownMs);
    }

    private void number(String name, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void number(String name, OptionalDouble value) throws IOException {
        number(name, value.orElse(Double.NaN));
    }

    /** Breaks the line before every item of an array. */
    private static final class RowALine extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator generator) throws IOException {
            generator.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(",\n");
        }
    }
}
