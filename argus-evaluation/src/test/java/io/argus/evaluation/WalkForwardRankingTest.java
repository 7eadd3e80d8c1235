package io.argus.evaluation;

import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.Trial;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The walk-forward of a class stands for its runs: one more trial, and the only one that may be funded. */
class WalkForwardRankingTest {

    private static final List<LocalDate> DAYS = Runs.days(320);
    private static final StressResult ASKED = windows(Optional.empty());

    @Test
    void itIsCountedOnceAndStandsForItsClass() {
        List<EvaluatedRun> runs = cells("A", 3);
        runs.add(Runs.walkForward(
                "walked", "A", DAYS.subList(200, 320), Series.repeatable(120, 9, 0), windows(Optional.of("run-A0"))));
        runs.addAll(cells("B", 1).stream()
                .map(run -> Runs.with(run, StressResult.none()))
                .toList());
        StrategyEvaluator evaluator = new StrategyEvaluator(EvaluationSettings.defaults());
        Ranking ranking = evaluator.evaluate(runs, List.of());

        assertThat(ranking.trials().inCycle()).isEqualTo(5);
        assertThat(evaluator.trialsOf(runs)).extracting(Trial::runId).containsOnlyOnce("run-walked");
        assertThat(notEligible(ranking, "walked")).isEmpty();
        assertThat(notEligible(ranking, "A0")).contains("the walk-forward of its class stands for it");
        assertThat(notEligible(ranking, "A2")).isPresent();
        assertThat(notEligible(ranking, "B0")).isEmpty();
        // It covers 38 % of the span, and is judged with the others on the days that it has.
        assertThat(ranking.significance().orElseThrow().observations()).isEqualTo(120);
        assertThat(ranking.significance().orElseThrow().leftOut()).isEmpty();
    }

    @Test
    void withoutItNothingOfItsClassIsFunded() {
        Ranking ranking = new StrategyEvaluator(EvaluationSettings.defaults()).evaluate(cells("A", 2), List.of());
        assertThat(ranking.strategies())
                .allSatisfy(row -> assertThat(notEligible(ranking, row.strategyId()))
                        .contains("a walk-forward was asked for, and that of its class is missing"));
    }

    private static List<EvaluatedRun> cells(String strategyClass, int count) {
        List<EvaluatedRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = strategyClass + i;
            runs.add(Runs.with(Runs.run(name, strategyClass, DAYS, Series.repeatable(320, name.hashCode(), 0)), ASKED));
        }
        return runs;
    }

    private static StressResult windows(Optional<String> chosen) {
        return new StressResult(
                List.of(),
                List.of(),
                List.of(new StressResult.Window(DAYS.get(0), DAYS.get(200), DAYS.get(319), 1, chosen)));
    }

    private static Optional<String> notEligible(Ranking ranking, String strategyId) {
        return ranking.strategies().stream()
                .filter(row -> row.strategyId().equals(strategyId))
                .map(RankedStrategy::kills)
                .flatMap(List::stream)
                .filter(kill -> kill.reason() == KillReason.NOT_ELIGIBLE)
                .map(Kill::detail)
                .findFirst();
    }
}
