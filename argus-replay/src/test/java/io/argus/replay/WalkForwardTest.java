package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The walk-forward of a class: chosen on the days before, traded on the days after. */
class WalkForwardTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(WalkForwardTest.class.getClassLoader());
    private static final ReplayExperimentRunner RUNNER = new ReplayExperimentRunner(CATALOG, new EngineVersion("test"));
    private static final int DAYS = 430;
    private static final BarSeries BARS = Markets.daily("SPX", 5, DAYS, 0.01);
    private static final List<int[]> AVERAGES =
            List.of(new int[] {2, 5}, new int[] {3, 12}, new int[] {5, 20}, new int[] {10, 30});

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPlainLoopGivesTheSameDays(boolean anchored) {
        StressSettings.WalkForward windows = new StressSettings.WalkForward(100, 60, anchored);
        Experiment trial = walkForward(BARS, windows, AVERAGES);
        PlainLoop expected = new PlainLoop(windows, cells(BARS, windows, AVERAGES));
        double[] returns = trial.result().dailyReturns().orElseThrow().returns();
        assertThat(returns).hasSize(DAYS - 100);
        for (int i = 0; i < returns.length; i++) {
            assertThat(returns[i]).as("day %d", i).isCloseTo(expected.returns[100 + i], within(1e-12));
        }
        List<Optional<String>> chosen = trial.stress().windows().stream()
                .map(StressResult.Window::chosen)
                .toList();
        assertThat(chosen).isEqualTo(expected.chosen).hasSize(5);
        assertThat(chosen.stream().distinct().count()).as("the choice changes").isGreaterThan(1);
        assertThat(trial.result().trades()).extracting(ClosedTrade::exitReason).contains("order", "hand_over");
    }

    @Test
    void itIsATrialOfItsOwn() {
        StressSettings.WalkForward windows = new StressSettings.WalkForward(100, 60, false);
        Experiment trial = walkForward(BARS, windows, AVERAGES);
        assertThat(trial.isWalkForward()).isTrue();
        assertThat(trial.result().tag()).isEqualTo("wf");
        assertThat(trial.result().strategyId()).isEqualTo("sma");
        assertThat(trial.manifest().parameters().asMap())
                .containsEntry("walk_forward_cells", 4L)
                .containsEntry("walk_forward_train_days", 100L)
                .containsKey("fraction")
                .doesNotContainKey("fast");
        DailyReturns daily = trial.result().dailyReturns().orElseThrow();
        List<StressResult.Window> tests = trial.stress().windows();
        assertThat(tests.get(0).from()).isEqualTo(daily.dates().get(0));
        assertThat(tests.get(4).to()).isEqualTo(daily.dates().get(daily.size() - 1));
        double pnl = tests.stream().mapToDouble(StressResult.Window::pnl).sum();
        assertThat(trial.result().portfolio().finalEquity() - 10_000).isCloseTo(pnl, within(1e-6));
        Experiment fewer = walkForward(BARS, windows, AVERAGES.subList(0, 3));
        assertThat(fewer.manifest().runId()).isNotEqualTo(trial.manifest().runId());
        assertThat(fewer.trialKey()).isNotEqualTo(trial.trialKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 159, 160, 219, 300, 380})
    void nothingThatComesLaterChangesAChoiceOrADay(int lastKnown) {
        StressSettings.WalkForward windows = new StressSettings.WalkForward(100, 60, false);
        Experiment whole = walkForward(BARS, windows, AVERAGES);
        Experiment altered = walkForward(alteredAfter(lastKnown), windows, AVERAGES);
        List<StressResult.Window> before = whole.stress().windows();
        List<StressResult.Window> after = altered.stress().windows();
        for (int i = 0; i < before.size() && 99 + 60 * i <= lastKnown; i++) {
            assertThat(chosenParameters(after.get(i), alteredAfter(lastKnown), windows))
                    .as("window %d", i)
                    .isEqualTo(chosenParameters(before.get(i), BARS, windows));
        }
        for (int day = 100; day <= lastKnown; day++) {
            assertThat(altered.result().dailyReturns().orElseThrow().at(day - 100))
                    .as("day %d", day)
                    .isEqualTo(whole.result().dailyReturns().orElseThrow().at(day - 100));
        }
        assertThat(altered.result().fingerprint()).isNotEqualTo(whole.result().fingerprint());
    }

    @Test
    void runsThatNeverMoveAreNotChosen() {
        // Averages longer than the data: nothing is ever bought.
        StressSettings.WalkForward windows = new StressSettings.WalkForward(100, 60, false);
        Experiment trial = walkForward(BARS, windows, List.of(new int[] {400, 500}));
        assertThat(trial.stress().windows())
                .extracting(StressResult.Window::chosen)
                .containsOnly(Optional.empty());
        assertThat(trial.result().trades()).isEmpty();
        assertThat(trial.result().portfolio().finalEquity()).isEqualTo(10_000);
    }

    @Test
    void windowsThatDoNotFitAreRefused() {
        StressSettings.WalkForward windows = new StressSettings.WalkForward(400, 31, false);
        assertThat(windows.fits(DAYS)).isFalse();
        assertThat(windows.fits(DAYS + 1)).isTrue();
        assertThatThrownBy(() -> walkForward(BARS, windows, AVERAGES)).hasMessageContaining("do not fit into 430 days");
    }

    @Test
    void testsLongerThanAllDaysGiveNoWindow() {
        assertThat(new StressSettings.WalkForward(10, Integer.MAX_VALUE, false).over(100))
                .isEmpty();
        assertThat(new StressSettings.WalkForward(10, Integer.MAX_VALUE / 2 + 1, false).over(100))
                .isEmpty();
        assertThat(new StressSettings.WalkForward(Integer.MAX_VALUE, 1, false).over(100))
                .isEmpty();
    }

    @Test
    void leftOverDaysLengthenTheLastWindow() {
        assertThat(new StressSettings.WalkForward(10, 5, false).over(22))
                .containsExactly(
                        new StressSettings.WalkForward.Days(0, 10, 15), new StressSettings.WalkForward.Days(5, 15, 22));
        assertThat(new StressSettings.WalkForward(10, 5, true).over(20))
                .containsExactly(
                        new StressSettings.WalkForward.Days(0, 10, 15), new StressSettings.WalkForward.Days(0, 15, 20));
    }

    /** The same by arrays and indices: averages crossing, filled at the next open, one basis point of slippage and fees. */
    private static final class PlainLoop {

        private static final double COST = 0.0001;

        private final double[] returns = new double[DAYS];
        private final List<Optional<String>> chosen = new ArrayList<>();

        private PlainLoop(StressSettings.WalkForward windows, List<WalkForwardSpec.Cell> cells) {
            int[] cellOfWindow = new int[5];
            for (int w = 0; w < 5; w++) {
                int from = windows.anchored() ? 0 : 60 * w;
                cellOfWindow[w] = best(cells, from, 100 + 60 * w);
                chosen.add(Optional.of(cells.get(cellOfWindow[w]).runId()));
            }
            trade(windows, cellOfWindow);
        }

        private void trade(StressSettings.WalkForward windows, int[] cellOfWindow) {
            double cash = 10_000;
            double held = 0;
            int wanted = 0;
            double before = cash;
            int window = -1;
            boolean handingOver = false;
            for (int day = 0; day < DAYS; day++) {
                double open = BARS.open(day);
                if (wanted > 0 && held == 0) {
                    double price = open * (1 + COST);
                    held = Math.floor(cash / (price * (1 + COST)) * 1e8) / 1e8;
                    cash -= held * price * (1 + COST);
                } else if (wanted < 0 && held > 0) {
                    cash += held * open * (1 - COST) * (1 - COST);
                    held = 0;
                }
                double equity = cash + held * BARS.close(day);
                returns[day] = equity / before - 1;
                before = equity;
                wanted = 0;
                if (window < 4 && day == 99 + 60 * (window + 1)) {
                    window++;
                    handingOver = true;
                }
                if (window < 0) {
                    continue;
                }
                if (handingOver && held > 0) {
                    wanted = -1;
                    continue;
                }
                handingOver = false;
                int[] lengths = AVERAGES.get(cellOfWindow[window]);
                int from = windows.anchored() ? 0 : 60 * window;
                if (day - from + 1 >= lengths[1]) {
                    boolean above = mean(day, lengths[0]) > mean(day, lengths[1]);
                    wanted = above && held == 0 ? 1 : !above && held > 0 ? -1 : 0;
                }
            }
        }

        private static double mean(int day, int length) {
            double sum = 0;
            for (int i = day - length + 1; i <= day; i++) {
                sum += BARS.close(i);
            }
            return sum / length;
        }

        private static int best(List<WalkForwardSpec.Cell> cells, int from, int to) {
            int best = -1;
            double highest = Double.NEGATIVE_INFINITY;
            for (int cell = 0; cell < cells.size(); cell++) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += cells.get(cell).returns().at(i);
                }
                double mean = sum / (to - from);
                double squares = 0;
                for (int i = from; i < to; i++) {
                    squares += Math.pow(cells.get(cell).returns().at(i) - mean, 2);
                }
                double sharpe = mean / Math.sqrt(squares / (to - from - 1));
                if (sharpe > highest) {
                    highest = sharpe;
                    best = cell;
                }
            }
            return best;
        }
    }

    private static Experiment walkForward(BarSeries bars, StressSettings.WalkForward windows, List<int[]> averages) {
        Pack pack = pack(bars);
        return RUNNER.run(new WalkForwardSpec(cells(bars, windows, averages), windows), pack, reference(pack));
    }

    private static List<WalkForwardSpec.Cell> cells(
            BarSeries bars, StressSettings.WalkForward windows, List<int[]> averages) {
        Pack pack = pack(bars);
        List<WalkForwardSpec.Cell> cells = new ArrayList<>();
        for (int[] lengths : averages) {
            Parameters parameters = CATALOG.complete(
                    CATALOG.find("SmaCross").orElseThrow(), Map.of("fast", lengths[0], "slow", lengths[1]));
            ExperimentSpec spec = new ExperimentSpec(
                            "sma", "base", "SmaCross", parameters, ReplaySettings.defaults(), 42)
                    .withStress(new StressSettings(false, false, Optional.of(windows)));
            Experiment run = RUNNER.run(spec, pack, reference(pack));
            cells.add(new WalkForwardSpec.Cell(
                    spec, run.manifest().runId(), run.result().dailyReturns().orElseThrow()));
        }
        return cells;
    }

    private static String chosenParameters(
            StressResult.Window window, BarSeries bars, StressSettings.WalkForward windows) {
        return cells(bars, windows, AVERAGES).stream()
                .filter(cell -> Optional.of(cell.runId()).equals(window.chosen()))
                .map(cell -> cell.spec().parameters().toString())
                .findFirst()
                .orElse("nobody");
    }

    /** Everything later falls by a third and then runs backwards. */
    private static BarSeries alteredAfter(int lastKnown) {
        BarSeries.Builder bars = BarSeries.builder("SPX", BARS.durationMs());
        IntStream.range(0, DAYS).forEach(i -> {
            int from = i <= lastKnown ? i : DAYS - (i - lastKnown);
            double scale = i <= lastKnown ? 1 : 0.66;
            bars.add(
                    BARS.openTime(i),
                    BARS.closeTime(i),
                    BARS.open(from) * scale,
                    BARS.high(from) * scale,
                    BARS.low(from) * scale,
                    BARS.close(from) * scale,
                    BARS.volume(from));
        });
        return bars.build();
    }

    private static Pack pack(BarSeries bars) {
        return Markets.pack(TradingCalendar.newYorkStockExchange(), bars);
    }

    private static PackReference reference(Pack pack) {
        return PackReference.to("pack", pack);
    }
}
