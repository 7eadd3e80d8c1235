package io.argus.connectors.deribit.rest;

import io.argus.domain.ExchangeException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.MarketTrade.Taker;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.TradeHistory.Trades;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Everything that comes in pages. */
class DeribitHistoriesTest {

    private static final long MINUTE = 60_000;
    private static final long START = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:30Z"));

    private final Answering exchange = new Answering();

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void barsOfSeveralPagesComeOnceEachAndInOrder() throws InterruptedException {
        int wanted = 4500;
        // Pages overlap by a bar on either side, as no page of Deribit's should but one did.
        exchange.result(chart(START - MINUTE, 2002));
        exchange.result(chart(START + 1999 * MINUTE, 2002));
        exchange.result(chart(START + 3999 * MINUTE, 502));

        BarSeries bars = new DeribitPriceHistory(exchange.rest, CLOCK)
                .between("BTC-PERPETUAL", MINUTE, START, START + wanted * MINUTE);

        assertThat(bars.size()).isEqualTo(wanted);
        for (int i = 0; i < wanted; i++) {
            assertThat(bars.openTime(i)).isEqualTo(START + i * MINUTE);
            assertThat(bars.closeTime(i)).isEqualTo(START + (i + 1) * MINUTE);
        }
        assertThat(bars.close(0)).isEqualTo(101.5);
        List<HttpUrl> asked = exchange.asked();
        assertThat(asked.stream().map(each -> each.queryParameter("start_timestamp")))
                .containsExactly(
                        String.valueOf(START),
                        String.valueOf(START + 2000 * MINUTE),
                        String.valueOf(START + 4000 * MINUTE));
        assertThat(asked.get(2).queryParameter("end_timestamp")).isEqualTo(String.valueOf(START + wanted * MINUTE - 1));
        assertThat(asked.get(0).queryParameter("resolution")).isEqualTo("1");
    }

    @Test
    void aBarThatHasNotClosedIsNotGiven() {
        long last = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();
        exchange.result(chart(last - MINUTE, 2));

        BarSeries bars = new DeribitPriceHistory(exchange.rest, CLOCK)
                .between("BTC-PERPETUAL", MINUTE, last - MINUTE, last + 10 * MINUTE);

        assertThat(bars.size()).isEqualTo(1);
    }

    @Test
    void noDataIsNoBars() {
        exchange.result("{'status':'no_data','ticks':[],'open':[],'high':[],'low':[],'close':[],'volume':[]}");

        assertThat(new DeribitPriceHistory(exchange.rest, CLOCK)
                        .between("BTC-PERPETUAL", Duration.ofDays(1).toMillis(), START, START + 5 * MINUTE)
                        .size())
                .isZero();
    }

    @Test
    void columnsOfDifferentLengthsAreRefused() {
        exchange.result("{'status':'ok','ticks':[1],'open':[],'high':[1],'low':[1],'close':[1],'volume':[1]}");

        assertThatThrownBy(() -> new DeribitPriceHistory(exchange.rest, CLOCK)
                        .between("BTC-PERPETUAL", MINUTE, START, START + MINUTE))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("columns of different lengths");
    }

    @Test
    void barsHaveTheLengthsThatThereAre() {
        assertThatThrownBy(() -> new DeribitPriceHistory(exchange.rest, CLOCK)
                        .between("BTC-PERPETUAL", 7 * MINUTE, START, START + MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("420000 ms");
    }

    @Test
    void theVolatilityIndexIsFollowedBackwardsAndComesInDecimals() throws InterruptedException {
        long hour = 60 * MINUTE;
        exchange.result("{'data':[[" + (START + 2 * hour) + ",55.1,56,54.25,55.5],[" + (START + 3 * hour)
                + ",55.5,55.5,55.5,55.5]],'continuation':" + (START + hour) + "}");
        exchange.result("{'data':[[" + START + ",50,51,49,50.5],[" + (START + hour)
                + ",50.5,52,50.5,51]],'continuation':null}");

        BarSeries index =
                new DeribitVolatilityIndex(exchange.rest, CLOCK).between("BTC-DVOL", hour, START, START + 4 * hour);

        assertThat(index.size()).isEqualTo(4);
        assertThat(index.open(0)).isEqualTo(0.50);
        assertThat(index.low(2)).isEqualTo(0.5425);
        assertThat(index.close(3)).isEqualTo(0.555);
        assertThat(exchange.asked().stream().map(each -> each.queryParameter("end_timestamp")))
                .containsExactly(String.valueOf(START + 4 * hour - 1), String.valueOf(START + hour));
    }

    @Test
    void aContinuationThatDoesNotGoBackIsAnError() {
        exchange.result("{'data':[],'continuation':" + (START + MINUTE) + "}");

        assertThatThrownBy(() -> new DeribitVolatilityIndex(exchange.rest, CLOCK)
                        .between("BTC-DVOL", MINUTE, START, START + MINUTE))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("do not come to an end");
    }

    @Test
    void tradesAreFollowedByTheirSequenceWithoutGapOrRepetition() throws InterruptedException {
        exchange.result(trades(11, 1010, true));
        // A page that repeats, and is not in order: still each number once.
        exchange.result(trades(1005, 1020, false));

        Trades trades = new DeribitTradeHistory(exchange.rest, CLOCK).after("BTC-PERPETUAL", 10);

        assertThat(trades.lastSequence()).isEqualTo(1020);
        assertThat(trades.trades().stream().map(MarketTrade::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(11, 1020)
                        .mapToObj(String::valueOf)
                        .toList());
        MarketTrade first = trades.trades().get(0);
        assertThat(first.knownMs()).isEqualTo(CLOCK.millis());
        assertThat(first.taker()).isEqualTo(Taker.SELLER);
        assertThat(first.size()).isEqualTo(3);
        assertThat(exchange.asked().stream().map(each -> each.queryParameter("start_seq")))
                .containsExactly("11", "1011");
    }

    @Test
    void noNewTradesLeaveTheSequenceWhereItWas() {
        exchange.result("{'trades':[],'has_more':false}");

        assertThat(new DeribitTradeHistory(exchange.rest, CLOCK).after("BTC-PERPETUAL", 10))
                .isEqualTo(new Trades(List.of(), 10));
    }

    @Test
    void pagesThatGiveNothingNewAreAnError() {
        exchange.result(trades(1, 10, true));

        assertThatThrownBy(() -> new DeribitTradeHistory(exchange.rest, CLOCK).after("BTC-PERPETUAL", 10))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("do not come to an end");
    }

    @Test
    void theLatestTradeTellsWhereToBegin() {
        exchange.result(trades(77, 77, true));

        Trades latest = new DeribitTradeHistory(exchange.rest, CLOCK).latest("BTC-PERPETUAL");

        assertThat(latest.lastSequence()).isEqualTo(77);
        assertThat(latest.trades()).hasSize(1);
    }

    @Test
    void fundingIsPaidByTheHour() {
        exchange.result("[{'timestamp':" + START + ",'index_price':1,'interest_8h':8.0E-5,'interest_1h':1.0E-5},"
                + "{'timestamp':" + (START + 60 * MINUTE) + ",'interest_1h':-2.0E-5},"
                + "{'timestamp':" + (START + 120 * MINUTE) + ",'interest_1h':3.0E-5}]");

        List<FundingRate> rates =
                new DeribitFundingHistory(exchange.rest).between("BTC-PERPETUAL", START, START + 120 * MINUTE);

        assertThat(rates)
                .containsExactly(
                        new FundingRate("BTC-PERPETUAL", START, START, 1e-5),
                        new FundingRate("BTC-PERPETUAL", START + 60 * MINUTE, START + 60 * MINUTE, -2e-5));
    }

    @Test
    void settlementsAreAtEightAndPagedToTheFirstWanted() throws InterruptedException {
        exchange.result(deliveries(0, 100));
        // One came in between: the row at the edge comes again.
        exchange.result(deliveries(99, 60));

        List<Settlement> settlements = new DeribitSettlementHistory(exchange.rest).since("BTC-PERPETUAL", 0);

        assertThat(settlements).hasSize(159);
        assertThat(settlements.get(158))
                .isEqualTo(new Settlement(
                        "BTC-PERPETUAL",
                        Instant.parse("2026-11-20T08:00:00Z").toEpochMilli(),
                        Instant.parse("2026-11-20T08:00:00Z").toEpochMilli(),
                        90000));
        assertThat(exchange.asked())
                .satisfiesExactly(
                        first -> assertThat(first.query()).contains("index_name=btc_usd", "offset=0"),
                        second -> assertThat(second.query()).contains("offset=100"));
    }

    private static String chart(long from, int size) {
        String ticks = LongStream.range(0, size)
                .mapToObj(i -> String.valueOf(from + i * MINUTE))
                .collect(Collectors.joining(",", "[", "]"));
        return "{'status':'ok','ticks':" + ticks + ",'open':" + column(size, "101") + ",'high':" + column(size, "102.5")
                + ",'low':" + column(size, "100") + ",'close':" + column(size, "101.5") + ",'volume':"
                + column(size, "1.5E-2") + ",'cost':" + column(size, "1") + "}";
    }

    private static String column(int size, String value) {
        return IntStream.range(0, size).mapToObj(i -> value).collect(Collectors.joining(",", "[", "]"));
    }

    private static String trades(int from, int to, boolean more) {
        return IntStream.iterate(to, i -> i >= from, i -> i - 1)
                .mapToObj(i -> "{'trade_seq':" + i + ",'trade_id':'" + i
                        + "','timestamp':1795000000000,'price':90000.5,'amount':30.0,'contracts':3.0,"
                        + "'instrument_name':'BTC-PERPETUAL','index_price':90000.1,'direction':'sell'}")
                .collect(Collectors.joining(",", "{'trades':[", "],'has_more':" + more + "}"));
    }

    private static String deliveries(int from, int size) {
        return IntStream.range(from, from + size)
                .mapToObj(i -> "{'date':'" + LocalDate.of(2026, 11, 20).minusDays(i) + "','delivery_price':"
                        + (90000 + i) + "}")
                .collect(Collectors.joining(",", "{'data':[", "],'records_total':1000}"));
    }
}
