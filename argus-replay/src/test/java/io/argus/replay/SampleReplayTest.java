package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Bundled strategies on the real index, 2007 to 2020. */
class SampleReplayTest {

    private static final Pack PACK = SampleMarket.pack(LocalDate.of(2007, 1, 1), LocalDate.of(2020, 12, 31));
    private static final BarSeries BARS = PACK.bars().get(0);
    /** In 2012 and 2013 a quarter of the opens repeat the previous close, and replay does not trust them. */
    private static final Pack TRUSTED = SampleMarket.pack(LocalDate.of(2014, 1, 1), LocalDate.of(2020, 12, 31));

    private static final BarSeries TRUSTED_BARS = TRUSTED.bars().get(0);
    private static final StrategyCatalog CATALOG = StrategyCatalog.load(SampleReplayTest.class.getClassLoader());
    private static final ReplaySettings FREE =
            ReplaySettings.defaults().withExecution(ExecutionSettings.defaults().withCostMultiplier(0));

    @Test
    void buyAndHoldEarnsTheIndexFromItsFirstFill() {
        ReplayResult result = ReplayHarness.on(PACK).run(strategy("BuyAndHold", Map.of()), FREE);
        double entry = BARS.open(1);
        double index = BARS.close(BARS.size() - 1) / entry;
        assertThat(result.fills()).hasSize(1);
        assertThat(result.fills().get(0).price()).isEqualTo(entry);
        assertThat(result.finalEquity() / 10_000).isCloseTo(index, within(1e-9));
    }

    @Test
    void buyAndHoldFallsAsTheIndexDid() {
        // -56.8 % on closes from 2007-10-09 to 2009-03-09.
        ReplayResult result = ReplayHarness.on(PACK).run(strategy("BuyAndHold", Map.of()), ReplaySettings.defaults());
        assertThat(result.maxDrawdownFraction()).isCloseTo(0.568, within(0.0005));
    }

    @Test
    void buyAndHoldPaysItsCostsAndNothingElse() {
        ReplayResult result = ReplayHarness.on(PACK).run(strategy("BuyAndHold", Map.of()), ReplaySettings.defaults());
        double price = BARS.open(1) * 1.0001;
        double index = BARS.close(BARS.size() - 1) / price / 1.0001;
        assertThat(result.finalEquity() / 10_000).isCloseTo(index, within(1e-9));
        assertThat(result.commissions()).isCloseTo(1, within(1e-3));
    }

    @Test
    void smaCrossEqualsAnIndependentLoop() {
        ReplayResult result = ReplayHarness.on(PACK)
                .run(strategy("SmaCross", Map.of("fast", 20, "slow", 100)), ReplaySettings.defaults());
        double cash = 10_000;
        double units = 0;
        for (int i = 99; i < BARS.size(); i++) {
            if (i + 1 < BARS.size()) {
                boolean wanted = mean(i, 20) > mean(i, 100);
                double open = BARS.open(i + 1);
                if (wanted && units == 0) {
                    double price = open * 1.0001;
                    units = new BigDecimal(cash / (price * 1.0001))
                            .setScale(8, RoundingMode.DOWN)
                            .doubleValue();
                    cash -= units * price * 1.0001;
                } else if (!wanted && units > 0) {
                    cash += units * open * 0.9999 * 0.9999;
                    units = 0;
                }
            }
        }
        double equity = cash + units * BARS.close(BARS.size() - 1);
        assertThat(result.trades()).hasSizeGreaterThan(10);
        assertThat(result.finalEquity()).isCloseTo(equity, within(0.005));
    }

    @Test
    void overnightHoldsFromCloseToOpen() {
        ReplayHarness harness = ReplayHarness.on(
                TRUSTED.withOutcomes(List.of(new OutcomeEngine(harnessCalendar(), 0).compute(TRUSTED_BARS, 86_400))));
        ReplayResult result = harness.run(strategy("OvernightSession", Map.of()), FREE);
        assertThat(result.trades()).hasSizeGreaterThan(500).allSatisfy(trade -> {
            int bought = TRUSTED_BARS.firstOpeningAt(trade.exitTimeMs()) - 1;
            assertThat(trade.entryTimeMs()).isEqualTo(TRUSTED_BARS.closeTime(bought));
            assertThat(trade.entryPrice()).isEqualTo(TRUSTED_BARS.close(bought));
            assertThat(trade.exitTimeMs()).isEqualTo(TRUSTED_BARS.openTime(bought + 1));
            assertThat(trade.exitPrice()).isEqualTo(TRUSTED_BARS.open(bought + 1));
            // The session before the purchase was a good one, and known when the order was sent.
            assertThat(TRUSTED_BARS.close(bought - 1)).isGreaterThan(TRUSTED_BARS.close(bought - 2));
        });
    }

    @Test
    void daysOfTheWeekAreTheMarkets() {
        ReplayResult result = ReplayHarness.on(TRUSTED)
                .run(strategy("DowRegimeTiming", Map.of("day_of_week", "FRIDAY", "holding_bars", 1)), FREE);
        assertThat(result.trades()).hasSizeGreaterThan(300).allSatisfy(trade -> {
            int entry = TRUSTED_BARS.firstOpeningAt(trade.entryTimeMs());
            LocalDate decided = harnessCalendar().dateAt(TRUSTED_BARS.openTime(entry - 1));
            assertThat(decided.getDayOfWeek().name()).isEqualTo("FRIDAY");
            assertThat(trade.exitTimeMs()).isEqualTo(TRUSTED_BARS.openTime(entry + 1));
        });
    }

    private static TradingCalendar harnessCalendar() {
        return PACK.instruments().get(0).calendar();
    }

    private static Strategy strategy(String name, Map<String, Object> parameters) {
        return CATALOG.create(name, CATALOG.complete(CATALOG.find(name).orElseThrow(), parameters));
    }

    private static double mean(int last, int length) {
        double sum = 0;
        for (int i = last - length + 1; i <= last; i++) {
            sum += BARS.close(i);
        }
        return sum / length;
    }
}
