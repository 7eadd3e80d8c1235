package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.testing.Markets;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.StressSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What else a pack holds changes nothing about a run that does not trade it. */
class OwnInstrumentsTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(OwnInstrumentsTest.class.getClassLoader());
    private static final ReplayExperimentRunner RUNNER = new ReplayExperimentRunner(CATALOG, new EngineVersion("test"));
    private static final BarSeries OTHER = Markets.daily("AAA", 3, 400, 0.01);
    private static final BarSeries THIRD = Markets.daily("CCC", 5, 300, 0.03);
    private static final BarSeries WHOLE = Markets.daily("BBB", 4, 400, 0.01);

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void itsBenchmarkHoldsWhatTheRunTrades(int missing) {
        BarSeries bars = WHOLE.slice(missing, WHOLE.size());
        DailyReturns alone = run("BBB", bars).result().dailyReturns().orElseThrow();
        DailyReturns among =
                run("BBB", bars, OTHER, THIRD).result().dailyReturns().orElseThrow();
        assertThat(among.dates()).isEqualTo(alone.dates());
        assertThat(among.benchmark().orElseThrow())
                .containsExactly(alone.benchmark().orElseThrow(), within(1e-12));
    }

    @Test
    void aRunThatTradesNothingIsHeldAgainstAll() {
        DailyReturns idle =
                run("BBB", 399, WHOLE, OTHER).result().dailyReturns().orElseThrow();
        double expected = (WHOLE.close(1) / WHOLE.close(0) + OTHER.close(1) / OTHER.close(0)) / 2 - 1;
        assertThat(idle.benchmark().orElseThrow()[1]).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void marketStatesAreThoseOfWhatTheRunTrades(int missing) {
        BarSeries bars = WHOLE.slice(missing, WHOLE.size());
        ExperimentResult alone = run("BBB", bars).result();
        ExperimentResult among = run("BBB", bars, OTHER, THIRD).result();
        assertThat(among.regimes()).isEqualTo(alone.regimes());
        assertThat(among.jointRegimes()).isEqualTo(alone.jointRegimes());
        assertThat(alone.jointRegimes().stream().mapToLong(RegimeBucket::bars).sum())
                .isEqualTo(bars.size());
    }

    @Test
    void aRunIsConfinedToTheStatesThatItsInstrumentsMet() {
        BarSeries few = WHOLE.slice(310, WHOLE.size());
        assertThat(run("BBB", few, OTHER, THIRD).stress().regimes())
                .isEqualTo(run("BBB", few).stress().regimes());
    }

    /** Such as the dollar against the yen, which the flow of the world's risk looks at. */
    @Test
    void itsDaysAreItsSessionsBesideWhatNeverCloses() {
        BarSeries yen = Markets.intraday("USDJPY", 6, 590, 0.01, 86_400_000, 0);
        Pack beside = Pack.ofBars(
                List.of(
                        Instrument.spot("BBB", TradingCalendar.newYorkStockExchange()),
                        Instrument.spot("USDJPY", TradingCalendar.roundTheClock())),
                List.of(WHOLE, yen));
        Experiment alone = run("BBB", WHOLE);
        Experiment among = run("BBB", 10, beside);
        DailyReturns expected = alone.result().dailyReturns().orElseThrow();
        DailyReturns found = among.result().dailyReturns().orElseThrow();

        assertThat(found.dates()).isEqualTo(expected.dates());
        assertThat(found.returns()).containsExactly(expected.returns(), within(1e-12));
        assertThat(found.benchmark().orElseThrow())
                .containsExactly(expected.benchmark().orElseThrow(), within(1e-12));
        assertThat(among.result().periodsPerYear()).hasValue(252);
        assertThat(among.result().portfolio().sharpeAnnualized().orElseThrow())
                .isCloseTo(alone.result().portfolio().sharpeAnnualized().orElseThrow(), within(1e-9));
        assertThat(among.result().jointRegimes().stream()
                        .mapToLong(RegimeBucket::bars)
                        .sum())
                .isEqualTo(WHOLE.size());
        assertThat(run("USDJPY", 10, beside).result().periodsPerYear()).hasValue(365);
    }

    private static Experiment run(String symbol, BarSeries... bars) {
        return run(symbol, 10, bars);
    }

    private static Experiment run(String symbol, int slow, BarSeries... bars) {
        return run(symbol, slow, Markets.pack(TradingCalendar.newYorkStockExchange(), bars));
    }

    private static Experiment run(String symbol, int slow, Pack pack) {
        ExperimentSpec spec = new ExperimentSpec(
                        "sma",
                        "base",
                        "SmaCross",
                        CATALOG.complete(
                                CATALOG.find("SmaCross").orElseThrow(),
                                Map.of("fast", 3, "slow", slow, "symbol", symbol)),
                        ReplaySettings.defaults(),
                        42)
                .withStress(new StressSettings(false, true, Optional.empty()));
        return RUNNER.run(spec, pack, PackReference.to("pack", pack));
    }
}
