package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.argus.connectors.file.JsonFault;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the option chain snapshots of a JSON pack, of any symbols and providers in any mixture. */
final class SnapshotRows {

    private record Quote(
            Right right,
            double strike,
            OptionalLong expiry,
            double bid,
            double ask,
            double bidSize,
            double askSize,
            double volatility,
            double delta,
            double gamma,
            double theta,
            double vega) {}

    private final OptionalLong assumedDelayMs;
    private final Supplier<PackMetadata> metadata;
    private final Map<String, Map<String, ChainSeries.Builder>> series = new TreeMap<>();
    private int withoutExpiry;
    private int withAssumedReceipt;

    private String symbol = "";
    private String provider = "";
    private OptionalLong received = OptionalLong.empty();
    private OptionalLong sent = OptionalLong.empty();
    private OptionalLong stamped = OptionalLong.empty();
    private OptionalLong volatilityExpiry = OptionalLong.empty();
    private double underlyingPrice;
    private double volatility;
    private final List<Quote> quotes = new ArrayList<>();

    /**
     * @param metadata of the file, asked for once a volatility is met
     */
    SnapshotRows(OptionalLong assumedDelayMs, Supplier<PackMetadata> metadata) {
        this.assumedDelayMs = assumedDelayMs;
        this.metadata = metadata;
    }

    void read(JsonParser parser) throws IOException {
        symbol = "";
        provider = "";
        received = OptionalLong.empty();
        sent = OptionalLong.empty();
        stamped = OptionalLong.empty();
        volatilityExpiry = OptionalLong.empty();
        underlyingPrice = Double.NaN;
        volatility = Double.NaN;
        quotes.clear();
        JsonRows.fields(parser, name -> field(parser, name));
        add();
    }

    List<ChainSeries> series() {
        return series.values().stream()
                .flatMap(providers -> providers.values().stream())
                .map(ChainSeries.Builder::build)
                .toList();
    }

    /** How many snapshots were given a time of receipt. */
    int withAssumedReceipt() {
        return withAssumedReceipt;
    }

    /** How many quotes were left out because they do not tell when they expire. */
    int withoutExpiry() {
        return withoutExpiry;
    }

    private void field(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "symbol" -> symbol = JsonRows.text(parser);
            case "provider" -> provider = JsonRows.text(parser);
            case "recv_ts_ms" -> received = JsonRows.whole(parser);
            case "source_ts_ms" -> sent = JsonRows.whole(parser);
            case "timestamp_ms" -> stamped = JsonRows.whole(parser);
            case "underlying_price" -> underlyingPrice = JsonRows.number(parser);
            case "atm_iv" -> volatility = JsonRows.number(parser);
            case "atm_iv_expiry_ms" -> volatilityExpiry = JsonRows.whole(parser);
            case "quotes_json" -> quotes(parser);
            default -> {}
        }
    }

    private void quotes(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            try (JsonParser inner = PackJson.FACTORY.createParser(parser.getText())) {
                inner.nextToken();
                sides(inner);
            } catch (JacksonException e) {
                throw JsonFault.within("quotes_json", e);
            }
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            sides(parser);
        }
    }

    private void sides(JsonParser parser) throws IOException {
        JsonRows.fields(parser, name -> {
            if (name.equals("puts") || name.equals("calls")) {
                side(parser, name, name.equals("puts") ? Right.PUT : Right.CALL);
            }
        });
    }

    private void side(JsonParser parser, String name, Right right) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException(name + " must be an array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            QuoteFields quote = new QuoteFields(right);
            JsonRows.fields(parser, each -> quote.field(parser, each));
            quotes.add(quote.quote());
        }
    }

    private void add() {
        String underlying = JsonRows.required(symbol, "symbol");
        OptionalLong source = sent.isPresent() ? sent : stamped;
        long receivedMs = received(source);
        ChainSeries.Builder chains = series.computeIfAbsent(underlying, each -> new TreeMap<>())
                .computeIfAbsent(
                        provider.isBlank() ? "unknown" : provider, each -> ChainSeries.builder(underlying, each));
        chains.snapshot(receivedMs, source.orElse(receivedMs), underlyingPrice, decimal(volatility), volatilityExpiry);
        for (Quote quote : quotes) {
            if (quote.expiry().isEmpty()) {
                withoutExpiry++;
                continue;
            }
            chains.quote(
                    quote.right(),
                    quote.strike(),
                    quote.expiry().getAsLong(),
                    quote.bid(),
                    quote.ask(),
                    quote.bidSize(),
                    quote.askSize(),
                    decimal(quote.volatility()),
                    quote.delta(),
                    quote.gamma(),
                    quote.theta(),
                    quote.vega());
        }
        chains.checkLast();
    }

    private long received(OptionalLong source) {
        if (received.isPresent()) {
            return received.getAsLong();
        }
        if (assumedDelayMs.isEmpty() || source.isEmpty()) {
            throw new IllegalArgumentException("recv_ts_ms is missing, so that nobody can tell when the snapshot was "
                    + "known; write it into the pack, or, for argus experiment, verify, iv-map and pack inspect, tell"
                    + " with --assume-receipt-delay how long after timestamp_ms to assume");
        }
        withAssumedReceipt++;
        return source.getAsLong() + assumedDelayMs.getAsLong();
    }

    private double decimal(double written) {
        if (Double.isNaN(written)) {
            return written;
        }
        Optional<PackMetadata.VolatilityUnit> unit = metadata.get().volatilityUnit();
        return unit.orElseThrow(() -> new IllegalArgumentException("carries an implied volatility, but "
                        + "metadata.iv_unit does not tell whether it is decimal or percent"))
                .toDecimal(written);
    }

    /** The quote being read. */
    private static final class QuoteFields {

        private final Right right;
        private OptionalLong expiry = OptionalLong.empty();
        private double strike = Double.NaN;
        private double bid = Double.NaN;
        private double ask = Double.NaN;
        private double bidSize = Double.NaN;
        private double askSize = Double.NaN;
        private double volatility = Double.NaN;
        private double delta = Double.NaN;
        private double gamma = Double.NaN;
        private double theta = Double.NaN;
        private double vega = Double.NaN;

        private QuoteFields(Right right) {
            this.right = right;
        }

        private void field(JsonParser parser, String name) throws IOException {
            switch (name) {
                case "strike" -> strike = JsonRows.number(parser);
                case "expiry_ms" -> expiry = JsonRows.whole(parser);
                case "bid" -> bid = JsonRows.number(parser);
                case "ask" -> ask = JsonRows.number(parser);
                case "bid_size" -> bidSize = JsonRows.number(parser);
                case "ask_size" -> askSize = JsonRows.number(parser);
                case "iv" -> volatility = JsonRows.number(parser);
                case "delta" -> delta = JsonRows.number(parser);
                case "gamma" -> gamma = JsonRows.number(parser);
                case "theta" -> theta = JsonRows.number(parser);
                case "vega" -> vega = JsonRows.number(parser);
                default -> {}
            }
        }

        private Quote quote() {
            return new Quote(right, strike, expiry, bid, ask, bidSize, askSize, volatility, delta, gamma, theta, vega);
        }
    }
}
