package io.argus.replay;

import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What keeps the bundled strategies that are long or flat from entering, each time they look, by the first gate. */
class EntryGatesTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(EntryGatesTest.class.getClassLoader());
    /** From a Monday to the Friday of the next week. */
    private static final int SESSIONS = 10;

    private static final Map<String, Object> TUESDAY = Map.of("day_of_week", "TUESDAY", "holding_bars", 2);

    @Test
    void aDayOfTheWeekIsHeldFromTheNextOpenForItsBars() {
        Run run = Run.of("DowRegimeTiming", HandMadeMarket.pack(flat()), TUESDAY);
        assertThat(run.result.trades()).hasSize(2);
        assertThat(run.stopped()).containsExactlyInAnyOrderEntriesOf(Map.of("other_day", 4L, "position_open", 2L));
    }

    @Test
    void marketStatesThatAreNotAllowedKeepOut() {
        Pack falling = HandMadeMarket.pack(flat()).withRegimes(List.of(volatileAndFalling()));
        assertThat(Run.of("DowRegimeTiming", falling, tuesday("max_vol_regime", "NORMAL"))
                        .stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("other_day", 8L, "volatility_regime", 2L));
        assertThat(Run.of("DowRegimeTiming", falling, tuesday("avoid_trend", "DOWN"))
                        .stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("other_day", 8L, "trend_regime", 2L));
        assertThat(Run.of("DowRegimeTiming", falling, tuesday("max_vol_regime", "HIGH"))
                        .result
                        .trades())
                .hasSize(2);
        assertThat(Run.of("DowRegimeTiming", falling, tuesday("avoid_trend", "UP"))
                        .result
                        .trades())
                .hasSize(2);
        // Of so few sessions no volatility is known, and what is not known is not calm.
        Run unknown = Run.of("DowRegimeTiming", HandMadeMarket.pack(flat()), tuesday("max_vol_regime", "SPIKE"));
        assertThat(unknown.stopped()).containsEntry("volatility_regime", 2L);
    }

    @Test
    void ordersThatWaitOrComeToNothingAreCounted() {
        HandMadeMarket silent = HandMadeMarket.sessions("SPX").flat(100).flat(100);
        silent.bar(100, 100, 100, 100, 0).flat(100).flat(100);
        assertThat(Run.of("DowRegimeTiming", HandMadeMarket.pack(silent), TUESDAY)
                        .stopped())
                .containsEntry("order_waiting", 1L);
        Run refused = Run.of("DowRegimeTiming", HandMadeMarket.pack(flat().inLotsOf(1000)), TUESDAY);
        assertThat(refused.result.fills()).isEmpty();
        assertThat(refused.stopped()).containsExactlyInAnyOrderEntriesOf(Map.of("other_day", 8L, "order_rejected", 2L));
        HandMadeMarket rising = HandMadeMarket.sessions("SPX").inLotsOf(1000);
        for (int i = 0; i < SESSIONS; i++) {
            rising.flat(100 + i);
        }
        // The order of the last session waits for a bar that does not come.
        assertThat(Run.of("SmaCross", HandMadeMarket.pack(rising), Map.of("fast", 1, "slow", 2))
                        .stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("too_few_bars", 1L, "order_rejected", 8L));
    }

    /** Closes rise for six sessions and fall for four; averages of one and two closes cross at once. */
    @Test
    void averagesMustBeFullAndCross() {
        HandMadeMarket market = HandMadeMarket.sessions("SPX");
        for (int i = 0; i < SESSIONS; i++) {
            market.flat(i < 6 ? 100 + i : 110 - i);
        }
        Run run = Run.of("SmaCross", HandMadeMarket.pack(market), Map.of("fast", 1, "slow", 2));
        assertThat(run.result.trades()).hasSize(1);
        assertThat(run.stopped())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("too_few_bars", 1L, "position_open", 4L, "fast_not_above_slow", 3L));
    }

    @Test
    void anOvernightHoldingNeedsAReturnThatIsKnownAndGood() {
        Pack flat = HandMadeMarket.pack(flat());
        assertThat(Run.of("OvernightSession", flat, Map.of()).stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("no_outcome", 10L));
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        Pack known = flat.withOutcomes(List.of(new OutcomeEngine(calendar, 0).compute(flat().bars(), 86_400)));
        assertThat(Run.of("OvernightSession", known, Map.of()).stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("no_outcome", 1L, "return_not_above_threshold", 9L));
    }

    /** On daily bars it buys for the next night while the last one is still held, which nothing but the sale can pay for. */
    @Test
    void purchasesThatComeToNothingWhileSomethingIsHeldAreCounted() {
        HandMadeMarket market = HandMadeMarket.sessions("SPX");
        // Opens repeat the close before, and after twenty sessions are not believed: what is held cannot be sold.
        for (int i = 0; i < 40; i++) {
            market.bar(100 + i, 102 + i, 99 + i, 101 + i, 1000);
        }
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        Pack pack = HandMadeMarket.pack(market)
                .withOutcomes(List.of(new OutcomeEngine(calendar, 0).compute(market.bars(), 86_400)));
        Run run = Run.of("OvernightSession", pack, Map.of());
        long refused = run.result.rejections().stream()
                .filter(rejection -> rejection.reason() == Rejection.Reason.INSUFFICIENT_FUNDS)
                .count();
        assertThat(refused).isPositive();
        assertThat(run.stopped()).containsEntry("order_rejected", refused);
    }

    /** Every hour costs a little more, so that each hand-over is bought, and sold two hours later. */
    @Test
    void hoursOutsideItsWindowsAreCounted() {
        HandMadeMarket rising = HandMadeMarket.hourly("BTC");
        for (int i = 0; i < 48; i++) {
            rising.flat(100 + i);
        }
        TradingCalendar calendar = TradingCalendar.roundTheClock();
        Pack pack = HandMadeMarket.pack(rising)
                .withOutcomes(List.of(new OutcomeEngine(calendar, 0).compute(rising.bars(), 3600)));
        Run run = Run.of("OvernightSession", pack, Map.of("horizon_seconds", 7200));
        assertThat(run.stopped()).containsExactlyInAnyOrderEntriesOf(Map.of("outside_window", 44L, "no_outcome", 4L));
        Run trading = Run.of("OvernightSession", pack, Map.of("horizon_seconds", 3600));
        assertThat(trading.result.trades()).hasSize(4);
        assertThat(trading.stopped()).containsExactlyInAnyOrderEntriesOf(Map.of("outside_window", 40L));
        Pack twoHours = HandMadeMarket.pack(rising)
                .withOutcomes(List.of(new OutcomeEngine(calendar, 0).compute(rising.bars(), 7200)));
        Run holding = Run.of("OvernightSession", twoHours, Map.of("horizon_seconds", 7200));
        assertThat(holding.stopped())
                .containsExactlyInAnyOrderEntriesOf(Map.of("outside_window", 36L, "position_open", 4L));
    }

    private static HandMadeMarket flat() {
        HandMadeMarket market = HandMadeMarket.sessions("SPX");
        for (int i = 0; i < SESSIONS; i++) {
            market.flat(100);
        }
        return market;
    }

    private static RegimeSeries volatileAndFalling() {
        long fromMs = TradingCalendar.newYorkStockExchange().openMs(HandMadeMarket.FIRST_SESSION);
        Regime regime = new Regime(fromMs, VolatilityRegime.HIGH, TrendRegime.DOWN, Session.RTH, 1, "{}");
        return new RegimeSeries("SPX", List.of(regime));
    }

    private static Map<String, Object> tuesday(String gate, String state) {
        return Map.of("day_of_week", "TUESDAY", "holding_bars", 2, gate, state);
    }

    private record Run(ReplayResult result, Strategy strategy) {

        static Run of(String name, Pack pack, Map<String, Object> parameters) {
            Strategy strategy =
                    CATALOG.create(name, CATALOG.complete(CATALOG.find(name).orElseThrow(), parameters));
            return new Run(ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings()), strategy);
        }

        /** Those that stopped it. */
        Map<String, Long> stopped() {
            return strategy.gates().stream()
                    .filter(gate -> gate.count() > 0)
                    .collect(Collectors.toMap(GateCount::gate, GateCount::count));
        }
    }
}
