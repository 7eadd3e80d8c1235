package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.Fields;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.DataException;
import io.argus.domain.ExchangeException;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.ChainSeries;
import io.argus.research.port.OptionChainSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole chain from one request for the summaries of a currency's options. They have neither sizes nor greeks, nor the
 * volatilities of bid and ask; those are absent. The underlying's price is the index.
 */
public final class DeribitOptionChainSource implements OptionChainSource {

    /** Who sent the snapshots, in packs. */
    public static final String PROVIDER = "deribit";

    private static final Logger LOG = LoggerFactory.getLogger(DeribitOptionChainSource.class);
    private static final String METHOD = "public/get_book_summary_by_currency";

    private final DeribitRest rest;
    private final InstantSource clock;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * @param clock gives the time of receipt
     */
    public DeribitOptionChainSource(DeribitRest rest, InstantSource clock) {
        this.rest = rest;
        this.clock = clock;
    }

    @Override
    public OptionChain current(String underlying) {
        Underlying asked = Underlying.of(underlying);
        JsonNode result = rest.call(METHOD, Map.of("currency", asked.currency(), "kind", "option"));
        long received = clock.millis();
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : result) {
            row(each)
                    .filter(row -> row.name().underlying().equals(asked.name()))
                    .ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            throw new DataException("Deribit", "has no options on " + underlying);
        }
        return chain(asked, rows, received);
    }

    private OptionChain chain(Underlying underlying, List<Row> rows, long received) {
        long sent =
                Math.min(received, rows.stream().mapToLong(Row::sentMs).max().orElse(received));
        ChainSeries.Builder chain = ChainSeries.builder(underlying.symbol(), PROVIDER)
                .snapshot(received, sent, index(underlying, rows), Double.NaN);
        for (Row row : rows) {
            if (row.expiryMs() > received) {
                chain.quote(
                        row.name().right(),
                        row.name().strike().doubleValue(),
                        row.expiryMs(),
                        row.bid(),
                        row.ask(),
                        Double.NaN,
                        Double.NaN,
                        row.impliedVolatility().orElse(Double.NaN),
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
            }
        }
        return chain.build().chain(0);
    }

    /** Every row has the index beside it as the price at which it would settle now; asked for where none has. */
    private double index(Underlying underlying, List<Row> rows) {
        OptionalDouble beside = rows.stream()
                .map(Row::indexPrice)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .findFirst();
        return beside.orElseGet(() -> {
            String method = "public/get_index_price";
            JsonNode result = rest.call(method, Map.of("index_name", underlying.index()));
            return new Fields(method, result).number("index_price");
        });
    }

    private Optional<Row> row(JsonNode node) {
        try {
            return Row.read(new Fields(METHOD, node)).or(() -> skip(node, "a name that is no option's"));
        } catch (ExchangeException e) {
            return skip(node, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Row> skip(JsonNode node, String reason) {
        String name = node.path("instrument_name").asText("?");
        if (reported.add(name)) {
            LOG.warn("event=skipped instrument={} reason=\"{}\"", name, reason);
        }
        return Optional.empty();
    }

    /**
     * One option's summary, as it is sent but for the volatility, which is sent in percent.
     *
     * @param bid NaN when nobody bids
     * @param indexPrice where it would settle now
     */
    private record Row(
            InstrumentName.Option name,
            long expiryMs,
            double bid,
            double ask,
            OptionalDouble impliedVolatility,
            OptionalDouble indexPrice,
            long sentMs) {

        static Optional<Row> read(Fields fields) {
            return InstrumentName.find(fields.text("instrument_name"))
                    .filter(InstrumentName.Option.class::isInstance)
                    .map(InstrumentName.Option.class::cast)
                    .map(name -> read(fields, name));
        }

        private static Row read(Fields fields, InstrumentName.Option name) {
            OptionalDouble index = fields.findNumber("estimated_delivery_price");
            OptionalLong sent = fields.findWhole("creation_timestamp");
            return new Row(
                    name,
                    DeribitExpiry.ms(name.expiry()),
                    fields.positiveOrAbsent("bid_price"),
                    fields.positiveOrAbsent("ask_price"),
                    fields.findPercent("mark_iv"),
                    index.orElse(0) > 0 ? index : OptionalDouble.empty(),
                    sent.orElse(0));
        }
    }
}
