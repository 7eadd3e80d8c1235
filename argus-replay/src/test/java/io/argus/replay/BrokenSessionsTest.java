package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.testing.Markets;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ClosedTrade;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Strategies on daily bars of an exchange of which some are missing, or filled in by the vendor. */
class BrokenSessionsTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final StrategyCatalog CATALOG = StrategyCatalog.load(BrokenSessionsTest.class.getClassLoader());

    /** The order for the close of such a session waits for the next one, and another for that would hold twice as much. */
    @Test
    void aSessionInWhichNothingTradedDoesNotDoubleWhatIsHeld() {
        BarSeries bars = daily(index -> index % 10 == 7, index -> false);
        ReplayResult result = run(bars, "OvernightSession", Map.of("fwd_return_threshold", -1, "fraction", 0.5));
        assertThat(result.trades()).hasSizeGreaterThan(40);
        assertThat(result.trades().stream().map(ClosedTrade::entryTimeMs)).doesNotHaveDuplicates();
    }

    /** The order of the first session found no bar in time; the market goes on all the same. */
    @Test
    void buyAndHoldBuysThoughTheSecondSessionIsMissing() {
        ReplayResult result = run(daily(index -> false, index -> index == 1), "BuyAndHold", Map.of());
        assertThat(result.fills()).hasSize(1);
    }

    private static BarSeries daily(IntPredicate filledIn, IntPredicate missing) {
        BarSeries walk = Markets.daily("SPX", 5, 100, 0.01);
        BarSeries.Builder bars = BarSeries.builder("SPX", walk.durationMs());
        double close = walk.open(0);
        for (int i = 0; i < walk.size(); i++) {
            if (filledIn.test(i)) {
                bars.add(walk.openTime(i), walk.closeTime(i), close, close, close, close, 0);
            } else if (!missing.test(i)) {
                close = walk.close(i);
                bars.add(walk.openTime(i), walk.closeTime(i), walk.open(i), walk.high(i), walk.low(i), close, 100);
            }
        }
        return bars.build();
    }

    private static ReplayResult run(BarSeries bars, String strategy, Map<String, Object> parameters) {
        return ReplayHarness.on(Markets.pack(NYSE, bars)
                        .withOutcomes(List.of(new OutcomeEngine(NYSE, 1).compute(bars, 86_400))))
                .run(
                        CATALOG.create(
                                strategy,
                                CATALOG.complete(CATALOG.find(strategy).orElseThrow(), parameters)),
                        HandMadeMarket.settings());
    }
}
