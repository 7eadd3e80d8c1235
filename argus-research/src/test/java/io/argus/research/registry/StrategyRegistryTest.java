package io.argus.research.registry;

import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.registry.AdmissionRule.Selection;
import io.argus.research.testing.RankedRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class StrategyRegistryTest {

    private static final AdmissionRule ALL = new AdmissionRule(0.95, 0.2, Selection.ALL);

    @Test
    void bothThresholdsAreIncluded() {
        Admission admission = admit(
                ALL,
                row("at", "1").score(0.2).dsr(0.95).build(),
                row("score below", "1").score(Math.nextDown(0.2)).dsr(1).build(),
                row("dsr below", "1").score(0.2).dsr(Math.nextDown(0.95)).build());

        assertThat(keys(admission)).containsExactly("at/1");
        assertThat(admission.refused()).extracting("strategyId").containsExactly("dsr below", "score below");
    }

    @Test
    void aMissingDsrCountsAsZero() {
        RankedStrategy without = row("a", "1").score(1).build();

        assertThat(keys(admit(new AdmissionRule(0, 0, Selection.ALL), without))).containsExactly("a/1");
        Admission admission = admit(new AdmissionRule(1e-9, 0, Selection.ALL), without);
        assertThat(admission.admitted()).isEmpty();
        assertThat(admission.refused().get(0).reason())
                .isEqualTo("missing deflated Sharpe ratio, counted as 0.000000 lies below min_dsr 1.0E-9");
    }

    @Test
    void aLeastDsrAboveOneAdmitsNobody() {
        RankedStrategy best = row("a", "1").score(1).dsr(1).build();

        assertThat(admit(new AdmissionRule(1.01, 0, Selection.ALL), best).admitted())
                .isEmpty();
    }

    @Test
    void everyRefusalSaysWhatWasFoundAndWhatWasAsked() {
        Admission admission = admit(
                ALL,
                row("killed", "1")
                        .score(0.9)
                        .dsr(1)
                        .killed(
                                Kill.of(KillReason.DSR_BELOW_THRESHOLD, 0.5, 0.95),
                                Kill.because(KillReason.RUINED, "equity reached zero"))
                        .build(),
                row("poor", "2").score(-0.25).dsr(1).build(),
                row("lucky", "3").score(0.3).dsr(0.5).build());

        assertThat(admission.admitted()).isEmpty();
        assertThat(admission.refused())
                .extracting(Admission.Refusal::strategyId, Admission.Refusal::runId, Admission.Refusal::reason)
                .containsExactly(
                        tuple("killed", "1", "killed: dsr_below_threshold, ruined"),
                        tuple("lucky", "3", "deflated Sharpe ratio 0.500000 lies below min_dsr 0.95"),
                        tuple("poor", "2", "composite score -0.250000 lies below min_composite_score 0.2"));
    }

    @Test
    void candidatesStandByScoreAndThenById() {
        Admission admission = admit(
                ALL,
                row("b", "1").score(0.5).dsr(1).build(),
                row("c", "1").score(0.7).dsr(0.95).build(),
                row("a", "2").score(0.5).dsr(0.95).build(),
                row("a", "1").score(0.5).dsr(0.96).build());

        assertThat(keys(admission)).containsExactly("c/1", "a/1", "a/2", "b/1");
    }

    @Test
    void theBestRunOfAStrategyOnAnInstrumentIsFundedAlone() {
        List<RankedStrategy> rows = List.of(
                on("SPX", "1").score(0.9).dsr(0.5).build(),
                on("SPX", "2").score(0.6).dsr(0.96).build(),
                on("SPX", "3").score(0.5).dsr(0.99).build(),
                on("NDX", "4").score(0.4).dsr(0.97).build(),
                row("trend", "5").score(0.3).dsr(1).instrument("SPX").build());

        Admission best = new StrategyRegistry(new AdmissionRule(0.95, 0, Selection.BEST_PER_STRATEGY)).admit(rows);
        assertThat(keys(best)).as("run 1 is not admitted").containsExactly("trend/2", "trend/4");
        assertThat(best.refused())
                .extracting(Admission.Refusal::runId, Admission.Refusal::reason)
                .contains(tuple("3", "a better run of the same strategy was admitted: 2"))
                .contains(tuple("5", "a better run of the same strategy was admitted: 2"));

        Admission all = new StrategyRegistry(new AdmissionRule(0.95, 0, Selection.ALL)).admit(rows);
        assertThat(keys(all)).containsExactly("trend/2", "trend/3", "trend/4", "trend/5");
    }

    @Test
    void amongRunsOfOneScoreTheBestIsTheOneOfTheHigherDsr() {
        Admission admission = admit(
                new AdmissionRule(0.5, 0, Selection.BEST_PER_STRATEGY),
                on("SPX", "1").score(0.5).dsr(0.6).build(),
                on("SPX", "2").score(0.5).dsr(0.9).build());

        assertThat(keys(admission)).containsExactly("trend/2");
    }

    @Test
    void aRunThatStandsTwiceIsAdmittedOnce() {
        Admission admission = admit(
                ALL,
                row("a", "1").rank(1).score(0.5).dsr(1).build(),
                row("a", "1").rank(2).score(0.5).dsr(1).build());

        assertThat(keys(admission)).containsExactly("a/1");
        assertThat(admission.refused().get(0).reason()).contains("twice");
    }

    private static RankedRows row(String strategyId, String runId) {
        return RankedRows.of(strategyId, runId);
    }

    private static RankedRows on(String symbol, String runId) {
        return row("trend", runId).parameters(Map.of("symbol", symbol)).instrument("OTHER");
    }

    private static Admission admit(AdmissionRule rule, RankedStrategy... rows) {
        return new StrategyRegistry(rule).admit(List.of(rows));
    }

    private static List<String> keys(Admission admission) {
        return admission.admitted().stream().map(Candidate::key).toList();
    }
}
