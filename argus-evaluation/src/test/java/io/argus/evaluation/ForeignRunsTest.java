package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.StressResult;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.ScoreComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Artifacts of other programs: a file for every window, figures missing. */
class ForeignRunsTest {

    private static final StressResult OWN_WINDOWS =
            new StressResult(List.of(), List.of(), List.of(window(1), window(2), window(-1)));

    /** Three of four agree: (0.8 - 0.75) / 0.3 · 0.8. */
    @ParameterizedTest
    @ValueSource(strings = {"wf0", "w", "base"})
    void runsThatShareClassAndParametersAreWindowsWhateverTheyAreCalled(String tag) {
        assertThat(penalties(windows(tag, 100, 200, -100, 300))).containsExactly(0.1333, 0.1333, 0.1333, 0.1333);
        assertThat(penalties(windows(tag, 100, -100))).containsExactly(0.8, 0.8);
        assertThat(penalties(windows(tag, 100))).containsExactly(0.0);
    }

    @Test
    void aWholeRunIsNotCountedBesideItsWindows() {
        List<EvaluatedRun> runs = windows("wf", 100, 200, -100, 300);
        runs.add(run("whole", "base", -500, StressResult.none()));
        assertThat(penalties(runs)).containsExactly(0.1333);
    }

    @Test
    void windowsOfARunsOwnStand() {
        List<EvaluatedRun> runs = new ArrayList<>();
        runs.add(run("a", "base", 100, OWN_WINDOWS));
        runs.add(run("b", "base", -100, OWN_WINDOWS));
        // Two of three: (0.8 - 2/3) / 0.3 · 0.8.
        assertThat(penalties(runs)).containsExactly(0.3556, 0.3556);
        runs.add(run("c", "base", -100, StressResult.none()));
        assertThat(penalties(runs)).containsExactlyInAnyOrder(0.3556, 0.3556, 0.0);
    }

    /** Argus keeps windows within a run: its runs on other data, or under another name, are none. */
    @Test
    void runsOfArgusAreNoWindowsOfEachOther() {
        List<RegimeBucket> joint = List.of(new RegimeBucket("LOW:UP", 100, 300));
        List<EvaluatedRun> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(run("own" + i, "base", i == 0 ? 100 : -100, joint, Optional.empty(), StressResult.none()));
        }
        assertThat(penalties(runs)).containsExactly(0.0, 0.0, 0.0);
        runs.add(run("foreign", "base", 100, StressResult.none()));
        assertThat(penalties(runs)).containsExactly(0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void anUnknownNumberOfObservationsHasNoValue() {
        Kill kill = rank(windows("base", 100)).strategies().get(0).kills().stream()
                .filter(each -> each.reason() == KillReason.INSUFFICIENT_OBSERVATIONS)
                .findFirst()
                .orElseThrow();
        assertThat(kill.value()).isEmpty();
        assertThat(kill.threshold()).hasValue(250);
        assertThat(kill.detail()).contains("does not say how many");
    }

    /** Of returns without a stated ratio; the days are all of the week, so a year has 365. */
    @Test
    void theSharpeRatioOfDailyReturnsCountsWhereNoneIsStated() {
        DailyReturns good = DailyReturns.of(Runs.days(300), days(3, 0.002));
        DailyReturns poor = DailyReturns.of(Runs.days(300), days(4, -0.002));
        Ranking ranking = rank(List.of(
                run("good", "base", 100, Optional.of(good), StressResult.none()),
                run("poor", "base", 100, Optional.of(poor), StressResult.none()),
                run("none", "base", 100, StressResult.none())));
        assertThat(row(ranking, "good").scoring()).containsEntry(ScoreComponent.SHARPE_NORM, 1.0);
        assertThat(row(ranking, "poor").scoring()).containsEntry(ScoreComponent.SHARPE_NORM, 0.0);
        assertThat(row(ranking, "none").scoring()).containsEntry(ScoreComponent.SHARPE_NORM, 0.0);
        double perDay = SharpeRatio.perPeriod(good.returns()).orElseThrow();
        assertThat(row(ranking, "good").metrics().get(Metric.SHARPE_ANNUALIZED))
                .isCloseTo(perDay * Math.sqrt(365), within(1e-9));
    }

    @Test
    void theDaysTellHowManyMakeAYear() {
        RankedStrategy everyDay = rankedOn(Runs.days(300));
        assertThat(everyDay.periodsPerYear()).hasValue(365);
        assertThat(everyDay.deflatedSharpe().orElseThrow().note())
                .contains("periods_per_year is not told: 365, as there are nearly all days, weekends too");
        RankedStrategy sessions = rankedOn(spaced(300, day -> day.getDayOfWeek().getValue() <= 5));
        assertThat(sessions.periodsPerYear()).hasValue(252);
        assertThat(sessions.metrics()).containsKeys(Metric.ANNUALIZED_RETURN, Metric.SHARPE_ANNUALIZED);
        assertThat(sessions.deflatedSharpe().orElseThrow().note())
                .contains("periods_per_year is not told: 252, as no day is a weekend's");
        LocalDate trial = LocalDate.of(2020, 2, 1);
        RankedStrategy oneSaturday =
                rankedOn(spaced(300, day -> day.getDayOfWeek().getValue() <= 5 || day.equals(trial)));
        assertThat(oneSaturday.periodsPerYear()).isEmpty();
        assertThat(oneSaturday.metrics()).doesNotContainKey(Metric.SHARPE_ANNUALIZED);
        assertThat(oneSaturday.deflatedSharpe().orElseThrow().note())
                .contains("some days, but not all, are a weekend's: --periods-per-year tells it");
        RankedStrategy fewMissing = rankedOn(spaced(300, day -> day.getDayOfMonth() > 1));
        assertThat(fewMissing.periodsPerYear()).hasValue(365);
        RankedStrategy weeks = rankedOn(spaced(300, day -> day.getDayOfWeek().getValue() == 5));
        assertThat(weeks.periodsPerYear()).isEmpty();
        assertThat(weeks.metrics()).doesNotContainKey(Metric.SHARPE_ANNUALIZED);
        assertThat(weeks.deflatedSharpe().orElseThrow().note())
                .contains("too far apart to tell it: --periods-per-year");
    }

    private static List<LocalDate> spaced(int size, Predicate<LocalDate> taken) {
        return Stream.iterate(LocalDate.of(2020, 1, 1), day -> day.plusDays(1))
                .filter(taken)
                .limit(size)
                .toList();
    }

    private static RankedStrategy rankedOn(List<LocalDate> dates) {
        DailyReturns daily = DailyReturns.of(dates, days(3, 0.002));
        return rank(List.of(run("a", "base", 100, Optional.of(daily), StressResult.none())))
                .strategies()
                .get(0);
    }

    private static List<EvaluatedRun> windows(String tag, double... pnl) {
        List<EvaluatedRun> runs = new ArrayList<>();
        for (int i = 0; i < pnl.length; i++) {
            runs.add(run("w" + i, tag + i, pnl[i], StressResult.none()));
        }
        return runs;
    }

    private static List<Double> penalties(List<EvaluatedRun> runs) {
        return rank(runs).strategies().stream()
                .map(row -> row.scoring().get(ScoreComponent.WALK_FORWARD_PENALTY))
                .toList();
    }

    private static Ranking rank(List<EvaluatedRun> runs) {
        return new StrategyEvaluator(EvaluationSettings.defaults()).evaluate(runs, List.of());
    }

    private static double[] days(long seed, double mean) {
        return Arrays.stream(Series.repeatable(300, seed, 0))
                .map(value -> 0.01 * value + mean)
                .toArray();
    }

    private static RankedStrategy row(Ranking ranking, String id) {
        return ranking.strategies().stream()
                .filter(each -> each.strategyId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static StressResult.Window window(double pnl) {
        LocalDate day = LocalDate.of(2024, 1, 1);
        return new StressResult.Window(day, day, day, pnl, Optional.empty());
    }

    private static EvaluatedRun run(String name, String tag, double pnl, StressResult stress) {
        return run(name, tag, pnl, Optional.empty(), stress);
    }

    /** All of one class with the same parameters. */
    private static EvaluatedRun run(
            String name, String tag, double pnl, Optional<DailyReturns> daily, StressResult stress) {
        return run(name, tag, pnl, List.of(), daily, stress);
    }

    private static EvaluatedRun run(
            String name,
            String tag,
            double pnl,
            List<RegimeBucket> joint,
            Optional<DailyReturns> daily,
            StressResult stress) {
        OptionalDouble none = OptionalDouble.empty();
        PortfolioSummary portfolio = new PortfolioSummary(
                10_000, 10_000 + pnl, 0, pnl / 100, 40, 20, 20, none, none, none, none, none, 0, 0, 0, 0);
        ExperimentResult result = new ExperimentResult(
                name,
                tag,
                Map.of(),
                1_000,
                0,
                Map.of(),
                portfolio,
                List.of(),
                List.of(),
                List.of(),
                joint,
                new ExecutionSummary(80, 0, 0, 0, 0, 0, Map.of()),
                daily,
                OptionalInt.empty(),
                OptionalInt.empty(),
                none,
                none,
                false,
                "");
        Manifest manifest = new Manifest(
                "run-" + name, "Foreign", Parameters.of(Map.of("x", 1)), new TreeMap<>(), List.of(), 0, "");
        return new EvaluatedRun(name, "", new Experiment(manifest, result, Optional.empty(), stress));
    }
}
