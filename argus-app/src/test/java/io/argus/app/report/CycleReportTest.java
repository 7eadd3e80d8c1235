package io.argus.app.report;

import io.argus.domain.returns.DailyReturns;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.TrialCount;
import io.argus.research.testing.Documents;
import io.argus.research.testing.RankedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a ranking says, of whatever program, is shown as text. */
class CycleReportTest {

    private static final String HOSTILE = "<script>alert(\"x\")</script>&'";
    private static final String HARMLESS = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;";

    @Test
    void whatIsSaidIsTextAndNothingElse() {
        Ranking ranking = new Ranking(
                List.of(
                        RankedRows.of(HOSTILE, "r1")
                                .rank(1)
                                .parameters(Map.of("note", HOSTILE))
                                .build(),
                        RankedRows.of("killed", "r2")
                                .rank(2)
                                .killed(Kill.because(KillReason.NOT_COMPUTABLE, HOSTILE))
                                .build()),
                Map.of(),
                new TreeMap<>(),
                new TrialCount(2, 0, Optional.empty(), OptionalDouble.empty()),
                Optional.empty(),
                HOSTILE,
                List.of(),
                List.of(HOSTILE));

        String page = CycleReport.html(
                ranking,
                Optional.empty(),
                List.of("dsr_min"),
                Map.of("r1", new CycleReport.Run(returns(0.1, -0.5, 0.2), Map.of("synthetic", HOSTILE))));

        assertThat(page).contains(HARMLESS).doesNotContain("<script", "judged at");
        assertThat(page).contains("NOT FOR TRADING", "synthetic: " + HARMLESS, "1 alive, 1 killed");
    }

    @Test
    void countsAreCountsAndSharesHaveDecimals() {
        String page = page(
                "",
                RankedRows.of("a", "r1")
                        .rank(1)
                        .killed(
                                kill(KillReason.INSUFFICIENT_TRADES, 0, 20),
                                kill(KillReason.INSUFFICIENT_OBSERVATIONS, 1, 250),
                                kill(KillReason.DSR_BELOW_THRESHOLD, 0, 0.95))
                        .build());

        assertThat(page)
                .contains(
                        "insufficient trades (0, limit 20)",
                        "insufficient observations (1, limit 250)",
                        "dsr below threshold (0.000, limit 0.950)");
    }

    @Test
    void theTimeIsToldInSeconds() {
        Instant at = Instant.parse("2024-03-04T12:00:29.075508106Z");

        assertThat(CycleReport.html(Documents.ranking(), Optional.of(at), List.of(), Map.of()))
                .contains("; judged at 2024-03-04T12:00:29Z.");
    }

    @Test
    void whatARankingDoesNotSayIsLeftOut() {
        assertThat(page("", RankedRows.of("a", "r1").rank(1).build()))
                .contains("Sharpe ratios are deflated for 1 trial.")
                .doesNotContain("against");
        assertThat(page("buy_and_hold", RankedRows.of("a", "r1").rank(1).build()))
                .contains("for 1 trial, against <bdi>buy and hold</bdi>.");
    }

    @Test
    void charactersThatAPageMayNotHoldAreReplaced() {
        String page = page(
                "",
                RankedRows.of("a\u0007b\u0000c\u0085d\uFFFEe\uD800f\tg\u200Dh\uD83D\uDE00", "r1")
                        .rank(1)
                        .build());

        assertThat(page).contains("<bdi>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\tg\u200Dh\uD83D\uDE00</bdi>");
    }

    @Test
    void marksOfDirectionTurnNothingBesideThem() {
        String turning = "\u202Eevil";
        String page = page(
                "",
                RankedRows.of(turning, "r1")
                        .rank(1)
                        .parameters(Map.of("note", turning, "fast", 5))
                        .killed(Kill.because(KillReason.NOT_COMPUTABLE, turning))
                        .build());

        assertThat(page)
                .contains(
                        "<td data-label=\"strategy\"><bdi>" + turning + "</bdi></td>",
                        "<bdi>fast=<wbr>5</bdi>, <bdi>note=<wbr>" + turning + "</bdi>",
                        "not computable: <bdi>" + turning + "</bdi>");
    }

    @Test
    void rowsAndChartsStayWholeOnPaper() {
        assertThat(page("", RankedRows.of("a", "r1").rank(1).build()))
                .contains("@media print", "figure, tr { break-inside: avoid; }", "h2, h3 { break-after: avoid; }");
    }

    @Test
    void everythingThatARankingKnowsHasItsPlace() {
        String page = CycleReport.html(Documents.ranking(), Optional.empty(), List.of(), Map.of());

        Documents.ranking().strategies().forEach(row -> assertThat(page).contains(row.strategyId()));
        assertThat(page)
                .contains("probability of backtest overfitting", "Reality Check")
                .doesNotContain("NOT FOR TRADING", "NaN", "Infinity");
    }

    /** Up by a tenth, down by half, up by a fifth: 1, 1.1, 0.55, 0.66. */
    @Test
    void theLinesAreTheMoneyAndItsLosses() {
        String chart = EquityChart.svg(returns(0.1, -0.5, 0.2));

        assertThat(chart)
                .contains("class=\"equity\" points=\"0.0,21.8 213.3,0.0 426.7,120.0 640.0,96.0\"")
                .contains("class=\"drawdown\" points=\"0.0,128.0 213.3,128.0 426.7,188.0 640.0,176.0\"")
                .contains("2024-01-02 to 2024-01-04: grew to 0.66 of 1, deepest drawdown 50.0 %");
    }

    @Test
    void aFlatHistoryIsALine() {
        assertThat(EquityChart.svg(returns(0, 0)))
                .contains("points=\"0.0,0.0 320.0,0.0 640.0,0.0\"")
                .doesNotContain("NaN");
    }

    private static Kill kill(KillReason reason, double value, double threshold) {
        return new Kill(reason, OptionalDouble.of(value), OptionalDouble.of(threshold), "");
    }

    private static String page(String benchmark, RankedStrategy row) {
        Ranking ranking = new Ranking(
                List.of(row),
                Map.of(),
                new TreeMap<>(),
                new TrialCount(1, 0, Optional.empty(), OptionalDouble.empty()),
                Optional.empty(),
                benchmark,
                List.of(),
                List.of());
        return CycleReport.html(ranking, Optional.empty(), List.of(), Map.of());
    }

    private static DailyReturns returns(double... each) {
        LocalDate first = LocalDate.of(2024, 1, 2);
        return DailyReturns.of(first.datesUntil(first.plusDays(each.length)).toList(), each);
    }
}
