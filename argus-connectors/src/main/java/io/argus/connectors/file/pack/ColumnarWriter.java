package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.market.BarSeries;
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
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Writes a pack as columns. */
final class ColumnarWriter {

    private final List<ColumnImage> columns = new ArrayList<>();
    private final ArrayNode directory = JsonNodeFactory.instance.arrayNode();
    private long offset;

    private ColumnarWriter() {}

    static void write(Pack pack, OutputStream out) throws IOException {
        ColumnarWriter writer = new ColumnarWriter();
        writer.collect(pack);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("metadata", PackMetadata.write(pack));
        ArrayNode instruments = document.putArray("instruments");
        pack.instruments().forEach(each -> instruments.add(InstrumentDocument.write(each)));
        pack.optionTerms().forEach(each -> instruments.add(InstrumentDocument.write(each)));
        document.set("columns", writer.directory);
        ByteBuffer bytes = ByteBuffer.wrap(PackJson.MAPPER.writeValueAsBytes(document));
        ColumnarFormat.Header header =
                new ColumnarFormat.Header(ColumnarFormat.VERSION, bytes.remaining(), ColumnarFormat.crc(bytes));
        // Not closed: the file is not finished when its columns are.
        WritableByteChannel channel = Channels.newChannel(out);
        channel.write(header.bytes());
        channel.write(bytes);
        pad(channel, ColumnarFormat.HEADER_BYTES + (long) header.directoryBytes());
        for (ColumnImage column : writer.columns) {
            ByteBuffer image = column.bytes().get();
            int length = image.remaining();
            channel.write(image);
            pad(channel, length);
        }
    }

    private static void pad(WritableByteChannel channel, long length) throws IOException {
        channel.write(ByteBuffer.allocate((int) (ColumnarFormat.aligned(length) - length)));
    }

    private void collect(Pack pack) {
        pack.bars().forEach(this::bars);
        pack.outcomes().forEach(this::outcomes);
        pack.regimes().forEach(this::regimes);
        pack.chains().forEach(this::chains);
        events(pack.events());
    }

    private void bars(BarSeries series) {
        int rows = series.size();
        add(
                place("bars", series.symbol()),
                ColumnImage.i64("timestamp_ms", rows, series::openTime),
                ColumnImage.i64("close_ms", rows, series::closeTime),
                ColumnImage.f64("open", rows, series::open),
                ColumnImage.f64("high", rows, series::high),
                ColumnImage.f64("low", rows, series::low),
                ColumnImage.f64("close", rows, series::close),
                ColumnImage.f64("volume", rows, series::volume));
    }

    private void outcomes(OutcomeSeries series) {
        int rows = series.size();
        add(
                place("outcomes", series.symbol()).put("horizon_seconds", series.horizonSeconds()),
                ColumnImage.i64("timestamp_ms", rows, series::timestamp),
                ColumnImage.f64("close_now", rows, series::closeNow),
                ColumnImage.f64("close_at_horizon", rows, series::closeAtHorizon),
                ColumnImage.f64("fwd_return", rows, series::forwardReturn),
                ColumnImage.f64("max_runup", rows, series::maxRunup),
                ColumnImage.f64("max_drawdown", rows, series::maxDrawdown),
                ColumnImage.f64("realized_vol", rows, series::realizedVolatility),
                ColumnImage.i8("status", rows, i -> series.status(i).code()),
                ColumnImage.i64("window_start_ms", rows, series::windowStart),
                ColumnImage.i64("window_end_ms", rows, series::windowEnd),
                ColumnImage.i32("bars_expected", rows, series::barsExpected),
                ColumnImage.i32("bars_found", rows, series::barsFound));
    }

    private void regimes(RegimeSeries series) {
        List<Regime> rows = series.regimes();
        add(
                place("regimes", series.scope()),
                longs("timestamp_ms", rows, Regime::timestampMs),
                texts("vol_regime", rows, row -> row.volatility().name()),
                texts("trend_regime", rows, row -> row.trend().name()),
                texts("session_regime", rows, row -> row.session().name()),
                doubles("confidence", rows, Regime::confidence),
                texts("metrics_json", rows, Regime::metrics));
    }

    private void chains(ChainSeries series) {
        List<OptionChain> views = new ArrayList<>();
        int[] firstQuote = new int[series.size()];
        int[] snapshotOf = new int[series.quotes()];
        int quotes = 0;
        for (int i = 0; i < series.size(); i++) {
            OptionChain view = series.chain(i);
            views.add(view);
            firstQuote[i] = quotes;
            for (int row = 0; row < view.size(); row++) {
                snapshotOf[quotes++] = i;
            }
        }
        add(
                place("snapshots", series.underlying()).put("provider", series.provider()),
                longs("recv_ts_ms", views, OptionChain::receivedMs),
                longs("source_ts_ms", views, OptionChain::sourceMs),
                doubles(
                        "underlying_price",
                        views,
                        view -> view.underlyingPrice().orElse(Double.NaN)),
                doubles("atm_iv", views, view -> view.atTheMoneyVolatility().orElse(Double.NaN)),
                longs(
                        "atm_iv_expiry_ms",
                        views,
                        view -> view.atTheMoneyExpiryMs().orElse(PackColumns.NO_TIME)),
                ColumnImage.i32("first_quote", views.size(), i -> firstQuote[i]));
        Quotes all = new Quotes(views, firstQuote, snapshotOf);
        add(
                place("quotes", series.underlying()).put("provider", series.provider()),
                ColumnImage.i8("right", quotes, i -> all.chain(i).right(all.row(i)) == Right.CALL ? 1 : 0),
                ColumnImage.f64("strike", quotes, i -> all.chain(i).strike(all.row(i))),
                ColumnImage.i64("expiry_ms", quotes, i -> all.chain(i).expiryMs(all.row(i))),
                ColumnImage.f64("bid", quotes, i -> all.chain(i).bid(all.row(i))),
                ColumnImage.f64("ask", quotes, i -> all.chain(i).ask(all.row(i))),
                ColumnImage.f64("bid_size", quotes, i -> all.chain(i).bidSize(all.row(i))),
                ColumnImage.f64("ask_size", quotes, i -> all.chain(i).askSize(all.row(i))),
                ColumnImage.f64(
                        "iv",
                        quotes,
                        i -> all.chain(i).impliedVolatility(all.row(i)).orElse(Double.NaN)),
                ColumnImage.f64(
                        "delta", quotes, i -> all.chain(i).delta(all.row(i)).orElse(Double.NaN)),
                ColumnImage.f64(
                        "gamma", quotes, i -> all.chain(i).gamma(all.row(i)).orElse(Double.NaN)),
                ColumnImage.f64(
                        "theta", quotes, i -> all.chain(i).theta(all.row(i)).orElse(Double.NaN)),
                ColumnImage.f64(
                        "vega", quotes, i -> all.chain(i).vega(all.row(i)).orElse(Double.NaN)));
    }

    /** All quotes of a series, numbered through its snapshots. */
    private record Quotes(List<OptionChain> views, int[] firstQuote, int[] snapshotOf) {

        OptionChain chain(int quote) {
            return views.get(snapshotOf[quote]);
        }

        int row(int quote) {
            return quote - firstQuote[snapshotOf[quote]];
        }
    }

    private void events(MarketEvents events) {
        addUnlessEmpty(
                "settlements",
                texts("instrument", events.settlements(), row -> row.instrument()),
                longs("time_ms", events.settlements(), row -> row.timeMs()),
                longs("known_ms", events.settlements(), row -> row.knownMs()),
                doubles("price", events.settlements(), row -> row.price()));
        addUnlessEmpty(
                "funding",
                texts("symbol", events.funding(), row -> row.symbol()),
                longs("time_ms", events.funding(), row -> row.timeMs()),
                longs("known_ms", events.funding(), row -> row.knownMs()),
                doubles("rate", events.funding(), row -> row.rate()));
        addUnlessEmpty(
                "actions",
                texts("symbol", events.actions(), row -> row.symbol()),
                longs("ex_ms", events.actions(), row -> row.exMs()),
                doubles("split", events.actions(), row -> row.split()),
                doubles("dividend", events.actions(), row -> row.dividend()));
        addUnlessEmpty(
                "trades",
                texts("instrument", events.trades(), row -> row.instrument()),
                texts("id", events.trades(), row -> row.id()),
                longs("time_ms", events.trades(), row -> row.timeMs()),
                longs("known_ms", events.trades(), row -> row.knownMs()),
                doubles("price", events.trades(), row -> row.price()),
                doubles("size", events.trades(), row -> row.size()),
                texts("taker", events.trades(), row -> row.taker().name()));
        addUnlessEmpty(
                "index_prices",
                texts("index", events.indexPrices(), row -> row.index()),
                longs("time_ms", events.indexPrices(), row -> row.timeMs()),
                longs("known_ms", events.indexPrices(), row -> row.knownMs()),
                doubles("price", events.indexPrices(), row -> row.price()));
    }

    private void addUnlessEmpty(String series, ColumnImage... images) {
        if (images[0].rows() > 0) {
            add(place(series, ""), images);
        }
    }

    private void add(ObjectNode place, ColumnImage... images) {
        for (ColumnImage image : images) {
            ByteBuffer bytes = image.bytes().get();
            ObjectNode entry = place.deepCopy()
                    .put("column", image.name())
                    .put("type", image.type().key())
                    .put("rows", image.rows())
                    .put("offset", offset)
                    .put("bytes", bytes.remaining())
                    .put("crc32c", Integer.toUnsignedLong(ColumnarFormat.crc(bytes)));
            directory.add(entry);
            columns.add(image);
            offset = ColumnarFormat.aligned(offset + bytes.remaining());
        }
    }

    private static ObjectNode place(String series, String symbol) {
        return JsonNodeFactory.instance.objectNode().put("series", series).put("symbol", symbol);
    }

    private static <T> ColumnImage longs(String name, List<T> rows, ToLongFunction<T> value) {
        return ColumnImage.i64(name, rows.size(), i -> value.applyAsLong(rows.get(i)));
    }

    private static <T> ColumnImage doubles(String name, List<T> rows, ToDoubleFunction<T> value) {
        return ColumnImage.f64(name, rows.size(), i -> value.applyAsDouble(rows.get(i)));
    }

    private static <T> ColumnImage texts(String name, List<T> rows, Function<T, String> value) {
        return ColumnImage.text(name, rows.stream().map(value).toList());
    }
}
