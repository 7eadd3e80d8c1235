package io.argus.replay;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import io.argus.domain.testing.Markets;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.StressSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a run is put through beside itself. */
class StressTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(StressTest.class.getClassLoader());
    private static final ReplayExperimentRunner RUNNER = new ReplayExperimentRunner(CATALOG, new EngineVersion("test"));
    private static final Pack PACK =
            Markets.pack(TradingCalendar.newYorkStockExchange(), Markets.daily("SPX", 11, 500, 0.01));
    private static final StressSettings ALL =
            new StressSettings(true, true, Optional.of(new StressSettings.WalkForward(100, 50, false)));

    @Test
    void nothingIsDoneThatWasNotAskedFor() {
        Experiment plain = run(StressSettings.none());
        assertThat(plain.stress()).isEqualTo(StressResult.none());
        assertThat(plain.manifest().runId()).isNotEqualTo(run(ALL).manifest().runId());
        assertThat(plain.result()).isEqualTo(run(ALL).result());
    }

    @Test
    void dearerRunsEarnLess() {
        Experiment experiment = run(ALL);
        List<StressResult.CostLevel> costs = experiment.stress().costs();
        assertThat(costs).extracting(StressResult.CostLevel::multiplier).containsExactly(1.0, 1.25, 1.5);
        assertThat(costs.get(0).totalReturnPercent())
                .isEqualTo(experiment.result().portfolio().totalReturnPercent());
        assertThat(costs.get(2).totalReturnPercent())
                .isLessThan(costs.get(1).totalReturnPercent())
                .isLessThan(costs.get(0).totalReturnPercent());
    }

    @Test
    void everyKnownMarketStateHasARunOfItsOwn() {
        List<StressResult.RegimeRun> regimes = run(ALL).stress().regimes();
        assertThat(regimes)
                .extracting(StressResult.RegimeRun::regime)
                .contains("trend:UP", "trend:DOWN")
                .doesNotContain("trend:UNKNOWN")
                .noneMatch(regime -> regime.startsWith("session"));
        assertThat(regimes.stream().mapToInt(StressResult.RegimeRun::trades).sum())
                .isPositive();
    }

    /** Its one order comes before any state is known; it is told that it came to nothing and sends another. */
    @Test
    void aConfinedRunHearsThatItsOrdersCameToNothing() {
        ExperimentSpec spec = new ExperimentSpec(
                        "hold",
                        "base",
                        "BuyAndHold",
                        CATALOG.complete(CATALOG.find("BuyAndHold").orElseThrow(), Map.of()),
                        ReplaySettings.defaults(),
                        42)
                .withStress(ALL);
        Experiment experiment =
                RUNNER.run(spec, PACK, new PackReference("pack", PACK.hash().hex()));
        assertThat(experiment.stress().regimes())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.trades()).isPositive());
    }

    /** It comes to nothing in the run itself too, and ends neither. */
    @Test
    void aConfinedRunMaySendOrdersOnWhatThePackLacks() {
        StrategyCatalog catalog = StrategyCatalog.of(List.of(new Stray()));
        ExperimentSpec spec = new ExperimentSpec(
                        "stray",
                        "base",
                        "Stray",
                        catalog.complete(catalog.find("Stray").orElseThrow(), Map.of()),
                        ReplaySettings.defaults(),
                        42)
                .withStress(ALL);
        Experiment experiment = new ReplayExperimentRunner(catalog, new EngineVersion("test"))
                .run(spec, PACK, new PackReference("pack", PACK.hash().hex()));
        assertThat(experiment.result().execution().rejectReasons())
                .containsEntry(Rejection.Reason.UNKNOWN_INSTRUMENT, 500L);
        assertThat(experiment.stress().regimes())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run.trades()).isPositive());
    }

    @Test
    void windowsAreSlicesOfTheRunsOwnDays() {
        Experiment experiment = run(ALL);
        List<StressResult.Window> windows = experiment.stress().windows();
        List<LocalDate> dates = experiment.result().dailyReturns().orElseThrow().dates();
        assertThat(windows).hasSize(8);
        assertThat(windows.get(0).trainFrom()).isEqualTo(dates.get(0));
        assertThat(windows.get(0).from()).isEqualTo(dates.get(100));
        assertThat(windows.get(0).to()).isEqualTo(dates.get(149));
        assertThat(windows.get(1).trainFrom()).isEqualTo(dates.get(50));
        double tested = windows.stream().mapToDouble(StressResult.Window::pnl).sum();
        double equity = 10_000;
        for (int i = 0; i < 100; i++) {
            equity *= 1 + experiment.result().dailyReturns().orElseThrow().at(i);
        }
        assertThat(tested).isCloseTo(experiment.result().portfolio().finalEquity() - equity, within(1e-6));
    }

    private static Experiment run(StressSettings stress) {
        ExperimentSpec spec = new ExperimentSpec(
                        "sma",
                        "base",
                        "SmaCross",
                        CATALOG.complete(CATALOG.find("SmaCross").orElseThrow(), Map.of("fast", 3, "slow", 10)),
                        ReplaySettings.defaults(),
                        42)
                .withStress(stress);
        return RUNNER.run(spec, PACK, new PackReference("pack", PACK.hash().hex()));
    }

    /** Is long every other day, and asks for what nobody lists. */
    private static final class Stray implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor("Stray", "asks for what nobody lists", List.of());
        }

        @Override
        public Strategy create(Parameters parameters) {
            return market -> List.of(
                    Order.market("NOWHERE", Side.BUY, Quantity.units(1)),
                    market.holding("SPX") > 0
                            ? Order.market("SPX", Side.SELL, Quantity.all())
                            : Order.market("SPX", Side.BUY, Quantity.fractionOfEquity(0.5)));
        }
    }
}
