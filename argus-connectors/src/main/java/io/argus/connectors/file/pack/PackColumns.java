package io.argus.connectors.file.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Session;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.IndexPrice;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.Settlement;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** Makes the parts of a pack from their columns. */
final class PackColumns {

    /** In a column of times: there is none. */
    static final long NO_TIME = Long.MIN_VALUE;

    private PackColumns() {}

    static BarSeries bars(ColumnTable table, long durationMs) throws IOException {
        long[] open = table.i64("timestamp_ms");
        long[] close = table.i64("close_ms");
        double[] opens = table.f64("open");
        double[] highs = table.f64("high");
        double[] lows = table.f64("low");
        double[] closes = table.f64("close");
        double[] volumes = table.f64("volume");
        BarSeries.Builder bars = BarSeries.builder(table.symbol(), durationMs).expecting(table.rows());
        for (int i = 0; i < open.length; i++) {
            bars.add(open[i], close[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
        }
        return bars.build();
    }

    static OutcomeSeries outcomes(ColumnTable table) throws IOException {
        long[] timestamp = table.i64("timestamp_ms");
        double[] closeNow = table.f64("close_now");
        double[] closeAtHorizon = table.f64("close_at_horizon");
        double[] forwardReturn = table.f64("fwd_return");
        double[] maxRunup = table.f64("max_runup");
        double[] maxDrawdown = table.f64("max_drawdown");
        double[] realizedVolatility = table.f64("realized_vol");
        byte[] status = table.i8("status");
        long[] windowStart = table.i64("window_start_ms");
        long[] windowEnd = table.i64("window_end_ms");
        int[] expected = table.i32("bars_expected");
        int[] found = table.i32("bars_found");
        OutcomeSeries.Builder rows =
                OutcomeSeries.builder(table.symbol(), table.horizonSeconds()).expecting(table.rows());
        for (int i = 0; i < timestamp.length; i++) {
            OutcomeRows.requireSound(
                    closeNow[i],
                    closeAtHorizon[i],
                    forwardReturn[i],
                    maxRunup[i],
                    maxDrawdown[i],
                    realizedVolatility[i]);
            rows.next(timestamp[i], closeNow[i], windowStart[i], windowEnd[i], expected[i], found[i])
                    .figures(
                            OutcomeStatus.of(status[i]),
                            closeAtHorizon[i],
                            forwardReturn[i],
                            maxRunup[i],
                            maxDrawdown[i],
                            realizedVolatility[i]);
        }
        return rows.build();
    }

    static RegimeSeries regimes(ColumnTable table) throws IOException {
        long[] timestamp = table.i64("timestamp_ms");
        List<VolatilityRegime> volatility = table.constants("vol_regime", VolatilityRegime.values());
        List<TrendRegime> trend = table.constants("trend_regime", TrendRegime.values());
        List<Session> session = table.constants("session_regime", Session.values());
        double[] confidence = table.f64("confidence");
        String[] metrics = table.text("metrics_json");
        List<Regime> regimes = new ArrayList<>(timestamp.length);
        for (int i = 0; i < timestamp.length; i++) {
            regimes.add(new Regime(
                    timestamp[i], volatility.get(i), trend.get(i), session.get(i), confidence[i], metrics[i]));
        }
        return new RegimeSeries(table.symbol(), regimes);
    }

    static ChainSeries chains(ColumnTable table, ColumnTable quotes) throws IOException {
        long[] received = table.i64("recv_ts_ms");
        long[] sent = table.i64("source_ts_ms");
        double[] underlyingPrice = table.f64("underlying_price");
        double[] volatility = table.f64("atm_iv");
        long[] volatilityExpiry = table.i64("atm_iv_expiry_ms");
        int[] firstQuote = table.i32("first_quote");
        QuoteArrays rows = QuoteArrays.of(quotes);
        ChainSeries.Builder series = ChainSeries.builder(table.symbol(), table.provider());
        for (int i = 0; i < received.length; i++) {
            series.snapshot(
                    received[i],
                    sent[i],
                    underlyingPrice[i],
                    volatility[i],
                    volatilityExpiry[i] == NO_TIME ? OptionalLong.empty() : OptionalLong.of(volatilityExpiry[i]));
            int end = i + 1 < received.length ? firstQuote[i + 1] : quotes.rows();
            if (firstQuote[i] < 0 || end < firstQuote[i] || end > quotes.rows()) {
                throw new IllegalArgumentException("snapshot " + i + " of " + table.symbol() + " has no such quotes");
            }
            for (int row = firstQuote[i]; row < end; row++) {
                rows.addTo(series, row);
            }
        }
        return series.build();
    }

    private record QuoteArrays(
            byte[] right,
            double[] strike,
            long[] expiry,
            double[] bid,
            double[] ask,
            double[] bidSize,
            double[] askSize,
            double[] volatility,
            double[] delta,
            double[] gamma,
            double[] theta,
            double[] vega) {

        static QuoteArrays of(ColumnTable table) throws IOException {
            return new QuoteArrays(
                    table.i8("right"),
                    table.f64("strike"),
                    table.i64("expiry_ms"),
                    table.f64("bid"),
                    table.f64("ask"),
                    table.f64("bid_size"),
                    table.f64("ask_size"),
                    table.f64("iv"),
                    table.f64("delta"),
                    table.f64("gamma"),
                    table.f64("theta"),
                    table.f64("vega"));
        }

        void addTo(ChainSeries.Builder series, int row) {
            series.quote(
                    right[row] == 0 ? Right.PUT : Right.CALL,
                    strike[row],
                    expiry[row],
                    bid[row],
                    ask[row],
                    bidSize[row],
                    askSize[row],
                    volatility[row],
                    delta[row],
                    gamma[row],
                    theta[row],
                    vega[row]);
        }
    }

    static List<Settlement> settlements(ColumnTable table) throws IOException {
        String[] of = table.text("instrument");
        long[] time = table.i64("time_ms");
        long[] known = table.i64("known_ms");
        double[] price = table.f64("price");
        return rows(table, i -> new Settlement(of[i], time[i], known[i], price[i]));
    }

    static List<FundingRate> funding(ColumnTable table) throws IOException {
        String[] of = table.text("symbol");
        long[] time = table.i64("time_ms");
        long[] known = table.i64("known_ms");
        double[] rate = table.f64("rate");
        return rows(table, i -> new FundingRate(of[i], time[i], known[i], rate[i]));
    }

    static List<CorporateAction> actions(ColumnTable table) throws IOException {
        String[] of = table.text("symbol");
        long[] time = table.i64("ex_ms");
        double[] split = table.f64("split");
        double[] dividend = table.f64("dividend");
        return rows(table, i -> new CorporateAction(of[i], time[i], split[i], dividend[i]));
    }

    static List<MarketTrade> trades(ColumnTable table) throws IOException {
        String[] of = table.text("instrument");
        String[] id = table.text("id");
        long[] time = table.i64("time_ms");
        long[] known = table.i64("known_ms");
        double[] price = table.f64("price");
        double[] size = table.f64("size");
        List<MarketTrade.Taker> taker = table.constants("taker", MarketTrade.Taker.values());
        return rows(table, i -> new MarketTrade(of[i], id[i], time[i], known[i], price[i], size[i], taker.get(i)));
    }

    static List<IndexPrice> indexPrices(ColumnTable table) throws IOException {
        String[] of = table.text("index");
        long[] time = table.i64("time_ms");
        long[] known = table.i64("known_ms");
        double[] price = table.f64("price");
        return rows(table, i -> new IndexPrice(of[i], time[i], known[i], price[i]));
    }

    private static <T> List<T> rows(ColumnTable table, IntFunction<T> row) {
        List<T> rows = new ArrayList<>(table.rows());
        for (int i = 0; i < table.rows(); i++) {
            rows.add(row.apply(i));
        }
        return rows;
    }
}
