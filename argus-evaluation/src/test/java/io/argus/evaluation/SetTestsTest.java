package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.significance.Benchmark;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.evaluation.significance.SharpeInference;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.Trial;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.SetSignificance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What the tests of a whole set mean for its runs. */
class SetTestsTest {

    private static final List<LocalDate> DAYS = Runs.days(320);

    @Test
    void noiseIsKilledBySpaAndAnEdgeLivesUnderTheShippedGates() {
        Ranking noise = evaluate(Map.of("spa_p_max", 0.05), noise(4));
        SetSignificance.Figures figures =
                noise.significance().orElseThrow().tests().figures().orElseThrow();
        assertThat(figures.pConsistent()).isGreaterThan(0.05);
        assertThat(noise.strategies())
                .allSatisfy(row -> assertThat(kill(row, KillReason.REALITY_CHECK_FAILED))
                        .contains(Kill.of(KillReason.REALITY_CHECK_FAILED, figures.pConsistent(), 0.05)));

        List<EvaluatedRun> runs = noise(4);
        runs.add(run("edge", "A", shifted(77, 0.004)));
        Ranking edge = evaluate(KillThresholds.defaults().asMap(), runs);
        assertThat(edge.strategies().stream().filter(row -> !row.killed()).map(RankedStrategy::strategyId))
                .containsExactly("edge");
    }

    @Test
    void theTestsAreThoseOfTheLibraryOnTheSameReturns() {
        List<EvaluatedRun> runs = noise(3);
        DataSnooping direct = DataSnooping.of(
                        runs.stream()
                                .map(run -> run.experiment()
                                        .result()
                                        .dailyReturns()
                                        .orElseThrow()
                                        .returns())
                                .toList(),
                        DataSnooping.Settings.defaults(),
                        WorkSplit.onCaller())
                .get();
        SetSignificance found = evaluate(Map.of(), runs).significance().orElseThrow();
        assertThat(found.observations()).isEqualTo(320);
        assertThat(found.tests().figures().orElseThrow().pUpper())
                .isEqualTo(direct.superiorAbility().pUpper());
        assertThat(found.tests().figures().orElseThrow().realityCheckP())
                .isEqualTo(direct.realityCheck().pValue());
    }

    @Test
    void overfittingKillsAClassOnceItHasTenRuns() {
        List<EvaluatedRun> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(run(
                    "many-" + i, "Many", Series.correlated(100 + i, 1, 320, 0).get(0)));
        }
        runs.addAll(noise(3));
        Ranking ranking = evaluate(Map.of("pbo_max", 0.0), runs);
        SetSignificance.Overfitting many = overfitting(ranking, "Many");
        assertThat(many.probability().orElseThrow()).isPositive();
        for (RankedStrategy row : ranking.strategies()) {
            Optional<Kill> kill = kill(row, KillReason.PBO_ABOVE_THRESHOLD);
            assertThat(kill.isPresent()).isEqualTo(row.strategyClass().equals("Many"));
            kill.ifPresent(each -> assertThat(each.value()).isEqualTo(many.probability()));
        }
        assertThat(overfitting(ranking, "A").trials()).isEqualTo(3);
    }

    @Test
    void runsOnSyntheticMarketsAreJudgedAmongThemselves() {
        List<EvaluatedRun> real = noise(3);
        List<EvaluatedRun> synthetic = noise(4).stream().map(Runs::synthetic).toList();
        List<EvaluatedRun> both = new ArrayList<>(real);
        both.addAll(synthetic);
        both.add(Runs.synthetic(run("edge", "A", shifted(77, 0.004))));

        Ranking mixed = evaluate(Map.of(), both);
        Ranking alone = evaluate(Map.of(), real);
        assertThat(mixed.strategies()).isEqualTo(alone.strategies());
        assertThat(mixed.trials()).isEqualTo(alone.trials());
        assertThat(mixed.notes()).singleElement().asString().contains("synthetic markets were left out");

        Ranking ofTheirOwn = evaluate(Map.of(), synthetic);
        assertThat(ofTheirOwn.notes()).isEmpty();
        assertThat(ofTheirOwn.strategies())
                .hasSize(4)
                .allSatisfy(
                        row -> assertThat(kill(row, KillReason.NOT_ELIGIBLE)).isNotEmpty());
    }

    @Test
    void aPartialSpanIsLeftOutAndNotEligible() {
        List<EvaluatedRun> runs = noise(3);
        runs.add(run(
                "short",
                "A",
                DAYS.subList(100, 320),
                Series.correlated(5, 1, 220, 0).get(0)));
        runs.add(run(
                "most",
                "A",
                DAYS.subList(40, 320),
                Series.correlated(6, 1, 280, 0).get(0)));
        Ranking ranking = evaluate(Map.of(), runs);
        SetSignificance found = ranking.significance().orElseThrow();
        assertThat(found.observations()).isEqualTo(280);
        assertThat(found.leftOut()).singleElement().asString().contains("short").contains("covers 69 %");
        for (RankedStrategy row : ranking.strategies()) {
            assertThat(kill(row, KillReason.NOT_ELIGIBLE).isPresent())
                    .isEqualTo(row.strategyId().equals("short"));
        }
        // Left out of the tests, but tried: it counts.
        assertThat(ranking.trials().effective()).hasValue(5);
    }

    @Test
    void aRunThatCannotBeJudgedSpansItsDaysAllTheSame() {
        assertThat(killOfAShortRunBeside(run("flat", "A", new double[320]))).isPresent();
    }

    /** It could have traded anything in its pack, and has all of its days. */
    @Test
    void aRunThatNeverTradedSpansNothing() {
        assertThat(killOfAShortRunBeside(Runs.idle("idle", "A", DAYS))).isEmpty();
    }

    private static Optional<Kill> killOfAShortRunBeside(EvaluatedRun other) {
        double[] returns = Series.correlated(5, 1, 220, 0).get(0);
        EvaluatedRun shorter = run("short", "B", DAYS.subList(100, 320), returns);
        return evaluate(Map.of(), List.of(other, shorter)).strategies().stream()
                .filter(row -> row.strategyId().equals("short"))
                .findFirst()
                .flatMap(row -> kill(row, KillReason.NOT_ELIGIBLE));
    }

    @Test
    void roundTheClockReturnsAreCompoundedToTheSessionsOfAll() {
        List<LocalDate> weekdays =
                DAYS.stream().filter(day -> day.getDayOfWeek().getValue() <= 5).toList();
        double[] always = Series.correlated(9, 1, 320, 0).get(0);
        List<EvaluatedRun> runs = List.of(
                run("always", "A", always),
                run(
                        "sessions",
                        "B",
                        weekdays,
                        Series.correlated(10, 1, weekdays.size(), 0).get(0)));
        SharedRows rows = SharedRows.of(
                runs.stream().map(EvaluatedRun::experiment).toList(),
                runs.stream()
                        .map(run -> JudgedSeries.of(run.experiment().result(), settings(Map.of())))
                        .toList());
        assertThat(rows.dates()).isEqualTo(weekdays);
        // 2019-01-01 is a Tuesday: rows 0 to 3 are days 0 to 3, row 4 is Monday with the weekend before it.
        double[] compounded = rows.returns().get(0);
        assertThat(compounded[3]).isEqualTo(always[3]);
        assertThat(compounded[4]).isCloseTo((1 + always[4]) * (1 + always[5]) * (1 + always[6]) - 1, within(1e-15));
    }

    @Test
    void stepDownKillsWhomItDoesNotSelectWhereItIsAskedFor() {
        List<EvaluatedRun> runs = noise(3);
        runs.add(run("edge", "A", shifted(77, 0.004)));
        Ranking ranking = evaluate(Map.of("stepm_alpha", 0.05), runs);
        assertThat(ranking.significance()
                        .orElseThrow()
                        .tests()
                        .figures()
                        .orElseThrow()
                        .selected())
                .contains(List.of("edge run-edge"));
        for (RankedStrategy row : ranking.strategies()) {
            assertThat(kill(row, KillReason.STEPM_NOT_SELECTED).isPresent())
                    .isEqualTo(!row.strategyId().equals("edge"));
        }
    }

    @Test
    void monteCarloGatesJudgeTheArtifactAndDoNotPassWhatHasNone() {
        double[] returns = shifted(3, 0.001);
        MonteCarloSettings asked = MonteCarloSettings.defaults();
        MonteCarloResult result = new MonteCarloResult(
                asked, MonteCarlo.of(returns, asked, WorkSplit.onCaller()).value(), "");
        EvaluatedRun drawn = Runs.run("drawn", "A", Optional.of(DailyReturns.of(DAYS, returns)), Optional.of(result));
        Map<String, Double> strict = Map.of(
                "mc_median_return_min", 9.0,
                "mc_p95_drawdown_max", 0.001,
                "mc_ruin_prob_max", 0.5,
                "mc_fraction_positive_min", 1.0);
        RankedStrategy row = evaluate(strict, List.of(drawn)).strategies().get(0);
        double drawdown = result.summary().orElseThrow().p95Drawdown();
        assertThat(row.kills())
                .contains(Kill.of(KillReason.MC_P95_DRAWDOWN_MAX, drawdown, 0.001))
                .extracting(Kill::reason)
                .containsExactly(
                        KillReason.MC_MEDIAN_RETURN_MIN,
                        KillReason.MC_P95_DRAWDOWN_MAX,
                        KillReason.MC_FRACTION_POSITIVE_MIN);
        RankedStrategy without = evaluate(strict, List.of(run("bare", "A", returns)))
                .strategies()
                .get(0);
        assertThat(without.kills()).hasSize(4).allSatisfy(kill -> {
            assertThat(kill.value()).isEmpty();
            assertThat(kill.detail()).contains("no mc_bootstrap");
        });
    }

    @Test
    void halfAsMuchCostAgainKillsWhatDoesNotStandIt() {
        double[] returns = shifted(3, 0.001);
        Map<String, Double> strict = Map.of("slippage_sharpe_min_at_1_5x", 0.4);
        assertThat(kill(only(strict, dearer(returns, OptionalDouble.of(0.39))), KillReason.SLIPPAGE_SENSITIVITY))
                .contains(Kill.of(KillReason.SLIPPAGE_SENSITIVITY, 0.39, 0.4));
        assertThat(only(strict, dearer(returns, OptionalDouble.of(0.4))).kills())
                .isEmpty();
        assertThat(only(Map.of(), dearer(returns, OptionalDouble.of(-1))).kills())
                .isEmpty();
        assertThat(only(strict, dearer(returns, OptionalDouble.empty())).kills())
                .singleElement()
                .satisfies(kill -> assertThat(kill.detail()).contains("do not vary"));
        assertThat(only(strict, run("bare", "A", returns)).kills())
                .singleElement()
                .satisfies(kill -> {
                    assertThat(kill.value()).isEmpty();
                    assertThat(kill.detail()).contains("no slippage_sensitivity");
                });
    }

    private static EvaluatedRun dearer(double[] returns, OptionalDouble sharpe) {
        Experiment own = run("own", "A", returns).experiment();
        StressResult stress = new StressResult(
                List.of(
                        new StressResult.CostLevel(1, 10, OptionalDouble.of(2), 40),
                        new StressResult.CostLevel(1.5, 5, sharpe, 40)),
                List.of(),
                List.of());
        return new EvaluatedRun("", "", new Experiment(own.manifest(), own.result(), Optional.empty(), stress));
    }

    private static RankedStrategy only(Map<String, Double> thresholds, EvaluatedRun run) {
        return evaluate(thresholds, List.of(run)).strategies().get(0);
    }

    @Test
    void trialsOfBeforeAreCountedOnceWhereTheirSpanOverlaps() {
        List<EvaluatedRun> runs = noise(2);
        List<Trial> ledger = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ledger.add(trial("old-" + i, DAYS.get(0), 0.05 * i));
            ledger.add(trial("old-" + i, DAYS.get(0), 0.05 * i));
        }
        ledger.add(trial("long-ago", LocalDate.of(2001, 1, 1), 0.3));
        Ranking ranking = new StrategyEvaluator(settings(Map.of())).evaluate(runs, ledger);
        assertThat(ranking.trials().inCycle()).isEqualTo(2);
        assertThat(ranking.trials().inLedger()).isEqualTo(5);
        assertThat(ranking.trials().ledgerSince()).contains(DAYS.get(0));
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        List<EvaluatedRun> runs = noise(12);
        EvaluationSettings settings = settings(KillThresholds.defaults().asMap());
        assertThat(new StrategyEvaluator(settings, new WorkSplit(ForkJoinPool.commonPool(), 4))
                        .evaluate(runs, List.of()))
                .isEqualTo(new StrategyEvaluator(settings).evaluate(runs, List.of()));
    }

    @Test
    void thresholdsHaveTheirRangesAndDirections() {
        assertThatThrownBy(() -> KillThresholds.of(Map.of("spa_p_max", 5.0))).hasMessageContaining("share from 0 to 1");
        assertThatThrownBy(() -> KillThresholds.of(Map.of("stepm_alpha", 0.0))).hasMessageContaining("error rate");
        assertThat(KillThresholds.of(Map.of(
                                "dsr_min", 0.99, "spa_p_max", 0.2, "min_observations", 250.0, "min_trades", 30.0))
                        .laxerThanShipped())
                .containsExactly("spa_p_max");
        assertThat(KillThresholds.of(Map.of("spa_p_max", 0.01)).laxerThanShipped())
                .containsExactlyInAnyOrder("dsr_min", "min_observations", "min_trades");
    }

    private static SetSignificance.Overfitting overfitting(Ranking ranking, String strategyClass) {
        return Optional.ofNullable(ranking.significance()
                        .orElseThrow()
                        .overfittingByClass()
                        .get(strategyClass))
                .orElseThrow();
    }

    private static Trial trial(String name, LocalDate from, double sharpe) {
        return new Trial("run", "Old", name, List.of("SPX"), from, from.plusDays(200), 200, OptionalDouble.of(sharpe));
    }

    private static List<EvaluatedRun> noise(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        run("noise-" + i, "A", Series.correlated(i, 1, 320, 0).get(0)))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    private static double[] shifted(long seed, double by) {
        return Series.shifted(Series.correlated(seed, 1, 320, 0).get(0), by);
    }

    private static EvaluatedRun run(String name, String strategyClass, double[] returns) {
        return run(name, strategyClass, DAYS, returns);
    }

    private static EvaluatedRun run(String name, String strategyClass, List<LocalDate> dates, double[] returns) {
        return Runs.run(name, strategyClass, dates, returns);
    }

    private static Optional<Kill> kill(RankedStrategy row, KillReason reason) {
        return row.kills().stream().filter(kill -> kill.reason() == reason).findFirst();
    }

    private static Ranking evaluate(Map<String, Double> thresholds, List<EvaluatedRun> runs) {
        return new StrategyEvaluator(settings(thresholds)).evaluate(runs, List.of());
    }

    private static EvaluationSettings settings(Map<String, Double> thresholds) {
        return new EvaluationSettings(
                Map.of(),
                KillThresholds.of(thresholds),
                Benchmark.ZERO,
                false,
                SharpeInference.CLASSIC_2012,
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
