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
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.StressSettings;
import io.argus.research.experiment.WalkForwardSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Runs on symbols with fewer data than others of their pack: what they are put through counts the days that they have. */
class WalkForwardOwnDaysTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(WalkForwardOwnDaysTest.class.getClassLoader());
    private static final ReplayExperimentRunner RUNNER = new ReplayExperimentRunner(CATALOG, new EngineVersion("test"));
    private static final StressSettings.WalkForward WINDOWS = new StressSettings.WalkForward(50, 25, false);
    private static final StressSettings ASKED = new StressSettings(true, false, Optional.of(WINDOWS));
    private static final int DAYS = 400;
    private static final BarSeries LONG = Markets.daily("AAA", 3, DAYS, 0.01);
    private static final int[] SLOW = {6, 12, 24};

    /** A multiple of the test days, so that windows of the short symbol alone are windows of both. */
    private static final int MISSING = 100;

    private static final BarSeries LATE = part(Markets.daily("BBB", 4, DAYS, 0.01), MISSING, DAYS);
    private static final Pack BOTH = Markets.pack(TradingCalendar.newYorkStockExchange(), LONG, LATE);
    private static final Pack ALONE = Markets.pack(TradingCalendar.newYorkStockExchange(), LATE);

    @Test
    void theChoiceOnAShortSymbolIsMadeOnTheDaysBeforeTheWindow() {
        Experiment alone = walkForward(ALONE, cells(ALONE, "BBB"));
        Experiment both = walkForward(BOTH, cells(BOTH, "BBB"));
        List<String> expected = chosen(alone, cells(ALONE, "BBB"));
        List<String> all = chosen(both, cells(BOTH, "BBB"));
        assertThat(expected).hasSize(10).doesNotContain("nobody");
        assertThat(expected.stream().distinct().count())
                .as("the choice changes")
                .isGreaterThan(1);
        assertThat(all.subList(all.size() - 10, all.size())).isEqualTo(expected);
        List<StressResult.Window> windows = both.stress().windows();
        for (int i = 0; i < 10; i++) {
            StressResult.Window window = alone.stress().windows().get(i);
            StressResult.Window same = windows.get(windows.size() - 10 + i);
            assertThat(same.trainFrom()).isEqualTo(window.trainFrom());
            assertThat(same.from()).isEqualTo(window.from());
            assertThat(same.to()).isEqualTo(window.to());
        }
    }

    @Test
    void windowsBeforeTheDataBeginAreNoneOfTheRun() {
        LocalDate first = LATE_DATES.get(0);
        for (Experiment run : List.of(walkForward(BOTH, cells(BOTH, "BBB")), run(BOTH, "BBB", SLOW[0]))) {
            assertThat(run.stress().windows())
                    .isNotEmpty()
                    .allSatisfy(window -> assertThat(window.to()).isAfterOrEqualTo(first));
        }
    }

    @Test
    void runsOnDifferentDaysCanBeChosenAmong() {
        List<WalkForwardSpec.Cell> cells = new ArrayList<>(cells(BOTH, "AAA"));
        cells.addAll(cells(BOTH, "BBB"));
        cells.add(cell(BOTH, "AAA", DAYS));
        Experiment trial = walkForward(BOTH, cells);
        List<LocalDate> dates = cells.get(0).returns().dates();
        for (StressResult.Window window : trial.stress().windows()) {
            assertThat(window.chosen())
                    .as("window from %s", window.from())
                    .isEqualTo(best(cells, window.trainFrom(), dates.get(dates.indexOf(window.from()) - 1)));
        }
        assertThat(chosen(trial, cells).stream()
                        .map(each -> each.substring(0, 3))
                        .distinct())
                .contains("AAA", "BBB");
    }

    @Test
    void runsOnSessionsCanBeChosenAmongBesideWhatNeverCloses() {
        BarSeries coin = Markets.intraday("BTC", 6, DAYS * 7 / 5, 0.01, 24 * HandMadeMarket.HOUR_MS, 0);
        Pack pack = Pack.ofBars(
                List.of(
                        Instrument.spot("AAA", TradingCalendar.newYorkStockExchange()),
                        Instrument.spot("BTC", TradingCalendar.roundTheClock())),
                List.of(LONG, coin));
        Experiment trial = walkForward(pack, cells(pack, "AAA"));
        assertThat(trial.stress().windows()).hasSizeGreaterThan(5);
        assertThat(chosen(trial, cells(pack, "AAA"))).doesNotContain("nobody");
        assertThat(trial.result().periodsPerYear()).hasValue(252);
    }

    @Test
    void whatCannotBeClosedAsItsDataEndedKeepsNobodyFromTrading() {
        BarSeries ending = rising(part(Markets.daily("BBB", 4, DAYS, 0.01), 0, 90));
        Pack pack = Markets.pack(TradingCalendar.newYorkStockExchange(), LONG, ending);
        List<WalkForwardSpec.Cell> cells = List.of(cell(pack, spec("BBB", 6, 0.4)), cell(pack, spec("AAA", 6, 0.4)));
        Experiment trial = walkForward(pack, cells);
        assertThat(chosen(trial, cells)).startsWith("BBB 6", "BBB 6").endsWith("AAA 6");
        assertThat(trial.result().trades())
                .extracting(ClosedTrade::symbol)
                .as("what was bought after the data of the other had ended")
                .contains("AAA");
        assertThat(trial.result().portfolio().openPositions()).isPositive();
    }

    /** The days that are learnt from have bars after hours, which are no less known when the choice is made. */
    @Test
    void whoeverIsChosenTradesOnlyAfterTheLastDayThatItWasChosenOn() {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        Pack pack = Markets.pack(calendar, withHoursAfter(rising(LONG)));
        Experiment trial = walkForward(pack, List.of(cell(pack, spec("AAA", 6, 1))));
        LocalDate first = trial.stress().windows().get(0).from();
        assertThat(trial.result().trades())
                .isNotEmpty()
                .allSatisfy(trade ->
                        assertThat(calendar.dateAt(trade.entryTimeMs())).isAfterOrEqualTo(first));
        assertThat(trial.result().portfolio().startingCash()).isEqualTo(10_000);
    }

    /** While the one is being closed in its long bar, the other's sessions go by. */
    @Test
    void aBarThatIsLongerThanASessionIsWaitedFor() {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        BarSeries weekly = weekly(rising(Markets.daily("BBB", 4, DAYS, 0.01)));
        Pack pack = Markets.pack(calendar, rising(LONG), weekly);
        WalkForwardSpec.Cell early = cell(pack, spec("BBB", 6, 0.4));
        WalkForwardSpec.Cell late = cell(pack, spec("AAA", 6, 0.4));
        LocalDate change = early.returns().dates().get(90);
        List<WalkForwardSpec.Cell> cells = List.of(
                new WalkForwardSpec.Cell(
                        early.spec(),
                        early.runId(),
                        early.returns().between(early.returns().dates().get(0), change)),
                new WalkForwardSpec.Cell(
                        late.spec(), late.runId(), late.returns().between(change, last(late.returns()))));
        Experiment trial = walkForward(pack, cells);
        List<ClosedTrade> trades = trial.result().trades();
        ClosedTrade left = trades.stream()
                .filter(trade -> trade.symbol().equals("BBB"))
                .reduce((before, after) -> after)
                .orElseThrow();
        assertThat(left.exitReason()).isEqualTo("hand_over");
        assertThat(trades.stream().filter(trade -> trade.symbol().equals("AAA")))
                .isNotEmpty()
                .allSatisfy(trade -> assertThat(trade.entryTimeMs()).isGreaterThan(left.exitTimeMs()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA", "BBB"})
    void atItsOwnCostsARunHasItsOwnSharpeRatio(String symbol) {
        Experiment run = run(BOTH, symbol, SLOW[0]);
        assertThat(run.stress().costs().get(0).sharpeAnnualized())
                .isEqualTo(run.result().portfolio().sharpeAnnualized());
        assertThat(run(ALONE, "BBB", SLOW[0])
                        .stress()
                        .costs()
                        .get(2)
                        .sharpeAnnualized()
                        .getAsDouble())
                .isCloseTo(
                        run(BOTH, "BBB", SLOW[0])
                                .stress()
                                .costs()
                                .get(2)
                                .sharpeAnnualized()
                                .getAsDouble(),
                        within(1e-12));
    }

    private static final List<LocalDate> LATE_DATES =
            run(ALONE, "BBB", SLOW[0]).result().dailyReturns().orElseThrow().dates();

    private static BarSeries part(BarSeries bars, int from, int to) {
        BarSeries.Builder part = BarSeries.builder(bars.symbol(), bars.durationMs());
        IntStream.range(from, to)
                .forEach(i -> part.add(
                        bars.openTime(i),
                        bars.closeTime(i),
                        bars.open(i),
                        bars.high(i),
                        bars.low(i),
                        bars.close(i),
                        bars.volume(i)));
        return part.build();
    }

    /** So fast that whoever follows it never sells. */
    private static BarSeries rising(BarSeries bars) {
        BarSeries.Builder risen = BarSeries.builder(bars.symbol(), bars.durationMs());
        IntStream.range(0, bars.size()).forEach(i -> {
            double close = 100 * Math.pow(1.05, i) * (i % 2 == 0 ? 1 : 1.01);
            risen.add(bars.openTime(i), bars.closeTime(i), close, close, close, close, bars.volume(i));
        });
        return risen.build();
    }

    private static BarSeries withHoursAfter(BarSeries bars) {
        BarSeries.Builder both = BarSeries.builder(bars.symbol(), 8 * HandMadeMarket.HOUR_MS);
        IntStream.range(0, bars.size()).forEach(i -> {
            long closeMs = bars.closeTime(i);
            double close = bars.close(i);
            both.add(bars.openTime(i), closeMs, close, close, close, close, 100);
            both.add(closeMs, closeMs + 4 * HandMadeMarket.HOUR_MS, close, close, close, close, 100);
        });
        return both.build();
    }

    private static BarSeries weekly(BarSeries bars) {
        BarSeries.Builder weeks = BarSeries.builder(bars.symbol(), 7 * 24 * HandMadeMarket.HOUR_MS);
        for (int i = 2; i + 5 <= bars.size(); i += 5) {
            double close = bars.close(i + 4);
            weeks.add(bars.openTime(i), bars.closeTime(i + 4), close, close, close, close, 100);
        }
        return weeks.build();
    }

    private static LocalDate last(DailyReturns returns) {
        return returns.dates().get(returns.size() - 1);
    }

    private static Experiment walkForward(Pack pack, List<WalkForwardSpec.Cell> cells) {
        return RUNNER.run(new WalkForwardSpec(cells, WINDOWS), pack, PackReference.to("pack", pack));
    }

    private static List<WalkForwardSpec.Cell> cells(Pack pack, String symbol) {
        return IntStream.of(SLOW).mapToObj(slow -> cell(pack, symbol, slow)).toList();
    }

    private static WalkForwardSpec.Cell cell(Pack pack, String symbol, int slow) {
        return cell(pack, spec(symbol, slow, 1));
    }

    private static WalkForwardSpec.Cell cell(Pack pack, ExperimentSpec spec) {
        Experiment run = RUNNER.run(spec, pack, PackReference.to("pack", pack));
        return new WalkForwardSpec.Cell(
                spec, run.manifest().runId(), run.result().dailyReturns().orElseThrow());
    }

    private static Experiment run(Pack pack, String symbol, int slow) {
        return RUNNER.run(spec(symbol, slow, 1), pack, PackReference.to("pack", pack));
    }

    private static ExperimentSpec spec(String symbol, int slow, double fraction) {
        return new ExperimentSpec(
                        "sma",
                        "base",
                        "SmaCross",
                        CATALOG.complete(
                                CATALOG.find("SmaCross").orElseThrow(),
                                Map.of("fast", 2, "slow", slow, "symbol", symbol, "fraction", fraction)),
                        ReplaySettings.defaults(),
                        42)
                .withStress(ASKED);
    }

    /** Symbol and length of the run that traded each window. */
    private static List<String> chosen(Experiment trial, List<WalkForwardSpec.Cell> cells) {
        return trial.stress().windows().stream()
                .map(window -> cells.stream()
                        .filter(cell -> Optional.of(cell.runId()).equals(window.chosen()))
                        .map(cell -> cell.spec().parameters().getText("symbol") + " "
                                + cell.spec().parameters().getInteger("slow"))
                        .findFirst()
                        .orElse("nobody"))
                .toList();
    }

    /** By dates: a day on which a run is not there earns it nothing. */
    private static Optional<String> best(List<WalkForwardSpec.Cell> cells, LocalDate from, LocalDate to) {
        Optional<String> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        List<LocalDate> days = cells.get(0).returns().dates().stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                .toList();
        for (WalkForwardSpec.Cell cell : cells) {
            DailyReturns own = cell.returns();
            double[] returns = days.stream()
                    .mapToInt(own.dates()::indexOf)
                    .mapToDouble(day -> day < 0 ? 0 : own.at(day))
                    .toArray();
            double mean = IntStream.range(0, returns.length)
                            .mapToDouble(i -> returns[i])
                            .sum()
                    / returns.length;
            double squares = IntStream.range(0, returns.length)
                    .mapToDouble(i -> (returns[i] - mean) * (returns[i] - mean))
                    .sum();
            if (squares > 0 && mean / Math.sqrt(squares) > highest) {
                highest = mean / Math.sqrt(squares);
                best = Optional.of(cell.runId());
            }
        }
        return best;
    }
}
