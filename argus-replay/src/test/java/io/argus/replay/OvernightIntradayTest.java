package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.testing.Markets;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The overnight strategy on bars shorter than a session. */
class OvernightIntradayTest {

    private static final long MINUTE_MS = 60_000;
    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final TradingCalendar CRYPTO = TradingCalendar.roundTheClock();
    private static final StrategyCatalog CATALOG = StrategyCatalog.load(OvernightIntradayTest.class.getClassLoader());

    @Test
    void anExchangeIsEnteredInTheLastMinutesOrBeforeTheOpen() {
        ReplayResult result = run(withOutcomes(NYSE, exchangeDay(20), 3600), Map.of("horizon_seconds", 3600));
        assertThat(result.trades()).hasSizeGreaterThan(10).allSatisfy(trade -> {
            LocalDate date = NYSE.dateAt(trade.entryTimeMs());
            boolean atTheClose = NYSE.closeMs(date) - trade.entryTimeMs() <= 30 * MINUTE_MS
                    && NYSE.closeMs(date) >= trade.entryTimeMs();
            boolean beforeTheOpen = NYSE.sessionAt(trade.entryTimeMs()) == Session.PRE
                    && NYSE.openMs(date) - trade.entryTimeMs() >= 300 * MINUTE_MS;
            assertThat(atTheClose || beforeTheOpen).isTrue();
            assertThat(trade.exitTimeMs() - trade.entryTimeMs()).isGreaterThanOrEqualTo(3_600_000);
        });
    }

    @Test
    void aWindowLetsInOnce() {
        Strategy strategy = strategy(Map.of("horizon_seconds", 600));
        ReplayResult result = run(withOutcomes(NYSE, exchangeDay(20), 600), strategy);
        Map<String, Long> entries = result.trades().stream()
                .collect(Collectors.groupingBy(
                        trade -> NYSE.dateAt(trade.entryTimeMs()) + " " + NYSE.sessionAt(trade.entryTimeMs()),
                        Collectors.counting()));
        assertThat(entries.values()).containsOnly(1L);
        assertThat(stops(strategy, "entered_in_window")).isPositive();
    }

    @Test
    void aMarketThatNeverClosesIsEnteredWhereRegionsHandOver() {
        BarSeries bars = Markets.intraday("BTC", 3, 48 * 30, 0.002, 30 * MINUTE_MS, 0);
        ReplayResult result = run(withOutcomes(CRYPTO, bars, 7200), Map.of("horizon_seconds", 7200));
        assertThat(result.trades()).hasSizeGreaterThan(10).allSatisfy(trade -> {
            long minuteOfDay = trade.entryTimeMs() / MINUTE_MS % 1440;
            assertThat(minuteOfDay).isIn(8L * 60, 14L * 60);
            assertThat(trade.exitTimeMs() - trade.entryTimeMs()).isEqualTo(7_200_000);
        });
    }

    @Test
    void barsOfFourHoursAreNoSessions() {
        BarSeries bars = Markets.intraday("BTC", 3, 6 * 60, 0.002, 240 * MINUTE_MS, 0);
        ReplayResult result = run(withOutcomes(CRYPTO, bars, 14_400), Map.of("horizon_seconds", 14_400));
        assertThat(result.trades()).hasSizeGreaterThan(10).allSatisfy(trade -> {
            assertThat(trade.entryTimeMs() / MINUTE_MS % 1440).isIn(8L * 60, 16L * 60);
            assertThat(trade.exitTimeMs() - trade.entryTimeMs()).isEqualTo(14_400_000);
        });
        assertThat(result.rejections()).isEmpty();
    }

    @Test
    void daysOfAMarketThatNeverClosesAreBoughtAndSoldOneAfterTheOther() {
        BarSeries bars = Markets.intraday("BTC", 3, 200, 0.02, 1440 * MINUTE_MS, 0);
        ReplayResult result = run(withOutcomes(CRYPTO, bars, 86_400), Map.of("horizon_seconds", 86_400));
        assertThat(result.trades())
                .hasSizeGreaterThan(10)
                .allSatisfy(trade ->
                        assertThat(trade.exitTimeMs() - trade.entryTimeMs()).isEqualTo(86_400_000));
        assertThat(result.rejections()).isEmpty();
    }

    @Test
    void aFallingWorldKeepsItOutWhereThatIsAskedFor() {
        BarSeries bars = exchangeDay(20);
        BarSeries.Builder falling = BarSeries.builder("EWJ", 86_400_000L);
        LocalDate session = LocalDate.of(2015, 1, 2);
        for (int i = 0; i < 20; i++) {
            double price = 100 - i;
            falling.add(NYSE.openMs(session), NYSE.closeMs(session), price, price, price, price, 1);
            session = NYSE.plusSessions(session, 1);
        }
        Pack world = besideTokyo(bars, falling.build());
        Map<String, Object> gated =
                Map.of("symbol", "SPX", "horizon_seconds", 3600, "gate_on_risk_flow", true, "min_global_risk_flow", 0);
        Strategy strategy = strategy(gated);
        ReplayResult kept = run(world, strategy);
        // The first two sessions are not over yet, and an unknown flow does not block.
        assertThat(kept.trades())
                .allSatisfy(
                        trade -> assertThat(NYSE.dateAt(trade.entryTimeMs())).isBefore(LocalDate.of(2015, 1, 7)));
        assertThat(run(world, Map.of("symbol", "SPX", "horizon_seconds", 3600)).trades())
                .hasSizeGreaterThan(kept.trades().size());
        assertThat(stops(strategy, "risk_flow")).isGreaterThan(20);
        // Without any of the world's markets in the pack the gate is open.
        assertThat(run(withOutcomes(NYSE, bars, 3600), gated).trades()).hasSizeGreaterThan(10);
    }

    /** Each evening it falls, and by the next session's close it is back and above. */
    @Test
    void whatTheWorldDoesAfterHoursIsNoCloseOfItsSession() {
        BarSeries bars = exchangeDay(20);
        BarSeries.Builder rising = BarSeries.builder("EWJ", 60 * MINUTE_MS);
        LocalDate session = LocalDate.of(2015, 1, 2);
        for (int i = 0; i < 20; i++) {
            long close = NYSE.closeMs(session);
            double evening = 90 - i;
            rising.add(close - 120 * MINUTE_MS, close - 60 * MINUTE_MS, 100, 100, 100, 100, 1);
            rising.add(close - 60 * MINUTE_MS, close, 100 + i, 100 + i, 100 + i, 100 + i, 1);
            rising.add(close, close + 60 * MINUTE_MS, evening, evening, evening, evening, 1);
            session = NYSE.plusSessions(session, 1);
        }
        Pack world = besideTokyo(bars, rising.build());
        Map<String, Object> parameters = Map.of("symbol", "SPX", "horizon_seconds", 3600);
        Map<String, Object> gated =
                Map.of("symbol", "SPX", "horizon_seconds", 3600, "gate_on_risk_flow", true, "min_global_risk_flow", 0);
        assertThat(run(world, gated).fingerprint())
                .isEqualTo(run(world, parameters).fingerprint());
    }

    private static Pack besideTokyo(BarSeries bars, BarSeries tokyo) {
        return Pack.builder()
                .instrument(Instrument.spot("EWJ", NYSE))
                .instrument(Instrument.spot("SPX", NYSE))
                .bars(List.of(bars, tokyo))
                .outcomes(List.of(new OutcomeEngine(NYSE, 1).compute(bars, 3600)))
                .build();
    }

    private static Pack withOutcomes(TradingCalendar calendar, BarSeries bars, long horizonSeconds) {
        return Markets.pack(calendar, bars)
                .withOutcomes(List.of(new OutcomeEngine(calendar, 1).compute(bars, horizonSeconds)));
    }

    /** Ten-minute bars from 04:00 to 20:00 in New York. */
    private static BarSeries exchangeDay(int sessions) {
        BarSeries walk = Markets.intraday("SPX", 5, 96 * sessions, 0.002, 10 * MINUTE_MS, 0);
        BarSeries.Builder bars = BarSeries.builder("SPX", 10 * MINUTE_MS);
        LocalDate session = LocalDate.of(2015, 1, 2);
        for (int i = 0; i < walk.size(); i++) {
            if (i > 0 && i % 96 == 0) {
                session = NYSE.plusSessions(session, 1);
            }
            long open = NYSE.openMs(session) - 330 * MINUTE_MS + i % 96 * 10L * MINUTE_MS;
            bars.add(
                    open,
                    open + 10 * MINUTE_MS,
                    walk.open(i),
                    walk.high(i),
                    walk.low(i),
                    walk.close(i),
                    walk.volume(i));
        }
        return bars.build();
    }

    private static ReplayResult run(Pack pack, Map<String, Object> parameters) {
        return run(pack, strategy(parameters));
    }

    private static ReplayResult run(Pack pack, Strategy strategy) {
        return ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
    }

    private static Strategy strategy(Map<String, Object> parameters) {
        return CATALOG.create(
                "OvernightSession",
                CATALOG.complete(CATALOG.find("OvernightSession").orElseThrow(), parameters));
    }

    private static long stops(Strategy strategy, String gate) {
        return strategy.gates().stream()
                .filter(each -> each.gate().equals(gate))
                .findFirst()
                .orElseThrow()
                .count();
    }
}
