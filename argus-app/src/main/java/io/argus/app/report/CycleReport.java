package io.argus.app.report;

import io.argus.app.terminal.Counted;
import io.argus.domain.returns.DailyReturns;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.SetSignificance;
import io.argus.research.ranking.SetSignificance.Overfitting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A ranking as a page: who is alive, who was killed and why, what luck has to do with it, and how the money went. */
public final class CycleReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --line: #1565c0; --loss: #c62828; --rule: #ccc; --warn: #fff3cd; --ink: #222; }
            @media (prefers-color-scheme: dark) {
              :root { --line: #64b5f6; --loss: #ef9a9a; --rule: #555; --warn: #5c4a00; --ink: #eee; }
            }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 60rem; margin: auto; padding: 1rem;
              overflow-wrap: break-word; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--rule); vertical-align: top; }
            td { font-variant-numeric: tabular-nums; }
            td bdi { overflow-wrap: anywhere; }
            td:nth-child(2), td:nth-child(3) { min-width: 6rem; }
            th:nth-child(n+4):nth-child(-n+8), td:nth-child(n+4):nth-child(-n+8) { text-align: right; white-space: nowrap; }
            td:first-child { white-space: nowrap; }
            .label { background: var(--warn); padding: .5rem .8rem; font-weight: bold; }
            svg { width: 100%; height: auto; }
            polyline { fill: none; stroke-width: 1.5; }
            .equity { stroke: var(--line); }
            .drawdown { stroke: var(--loss); }
            figure { margin: 1rem 0; }
            @media (max-width: 40rem) {
              thead { display: none; }
              tr { display: block; border-bottom: 1px solid var(--rule); padding: .4rem 0; }
              td { display: flex; text-align: right; gap: 1rem; justify-content: space-between; border: 0; padding: .1rem .3rem; }
              td::before { content: attr(data-label); opacity: .7; flex: none; }
            }
            @media print {
              body { font-size: 10pt; max-width: none; padding: 0; }
              figure, tr { break-inside: avoid; }
              h2, h3 { break-after: avoid; }
            }
            """;

    /** What these kill for is a number of things. */
    private static final Set<KillReason> COUNTS =
            Set.of(KillReason.INSUFFICIENT_OBSERVATIONS, KillReason.INSUFFICIENT_TRADES);

    private CycleReport() {}

    /**
     * What of a run's artifact the page shows.
     *
     * @param labels of the packs that it was replayed on, such as {@code synthetic}
     */
    public record Run(DailyReturns returns, Map<String, String> labels) {}

    /**
     * @param generatedAt of the ranking, where its file tells
     * @param laxGates gates of it that are laxer than the shipped ones
     * @param runs those whose artifacts can be reached, by run id
     */
    public static String html(
            Ranking ranking, Optional<Instant> generatedAt, List<String> laxGates, Map<String, Run> runs) {
        StringBuilder page =
                new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Argus: a research cycle</title>
                <style>
                """).append(STYLE).append("</style>\n</head>\n<body>\n<h1>A research cycle</h1>\n");
        List<RankedStrategy> rows = ranking.strategies();
        long killed = rows.stream().filter(RankedStrategy::killed).count();
        page.append("<p>")
                .append(Counted.of(rows.size(), "run"))
                .append(", ")
                .append(rows.size() - killed)
                .append(" alive, ")
                .append(killed)
                .append(" killed")
                .append(generatedAt
                        .map(at -> "; judged at " + at.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(""))
                .append(".</p>\n");
        labels(page, laxGates, runs);
        ranking.notes()
                .forEach(note -> page.append("<p>").append(Html.escaped(note)).append("</p>\n"));
        strategies(page, "Alive", rows.stream().filter(row -> !row.killed()).toList());
        strategies(page, "Killed", rows.stream().filter(RankedStrategy::killed).toList());
        significance(page, ranking);
        charts(page, rows, runs);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void labels(StringBuilder page, List<String> laxGates, Map<String, Run> runs) {
        if (!laxGates.isEmpty()) {
            label(page, "NOT FOR TRADING: gates laxer than the shipped ones: " + String.join(", ", laxGates));
        }
        SortedSet<String> told = new TreeSet<>();
        runs.values().forEach(run -> run.labels().forEach((name, value) -> told.add(name + ": " + value)));
        told.forEach(each -> label(page, each));
    }

    private static void label(StringBuilder page, String text) {
        page.append("<p class=\"label\">").append(Html.escaped(text)).append("</p>\n");
    }

    private static void strategies(StringBuilder page, String title, List<RankedStrategy> rows) {
        page.append("<h2>").append(title).append("</h2>\n");
        if (rows.isEmpty()) {
            page.append("<p>None.</p>\n");
            return;
        }
        List<String> heads =
                List.of("#", "strategy", "parameters", "return", "Sharpe", "drawdown", "DSR", "score", "reasons");
        page.append("<table>\n<thead><tr>");
        heads.forEach(head -> page.append("<th>").append(head).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (RankedStrategy row : rows) {
            List<String> cells = List.of(
                    Integer.toString(row.rank()),
                    Html.isolated(row.strategyId()),
                    parameters(row),
                    Html.percent(row.findMetric(Metric.TOTAL_RETURN_PCT)),
                    Html.number(row.findMetric(Metric.SHARPE_ANNUALIZED), 2),
                    Html.percent(row.findMetric(Metric.MAX_DRAWDOWN_PCT)),
                    Html.number(row.dsr(), 3),
                    Html.number(row.compositeScore(), 3),
                    row.kills().stream()
                            .map(CycleReport::reason)
                            .collect(Collectors.joining("; ", "<span>", "</span>")));
            page.append("<tr>");
            for (int i = 0; i < heads.size(); i++) {
                page.append("<td data-label=\"")
                        .append(heads.get(i))
                        .append("\">")
                        .append(cells.get(i))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
    }

    private static String parameters(RankedStrategy row) {
        return row.parameters().asMap().entrySet().stream()
                .filter(each -> !each.getValue().toString().isEmpty())
                .map(each -> Html.isolated(each.getKey() + "=" + each.getValue()))
                .sorted()
                // Long names break between their words.
                .map(each -> each.replace("_", "_<wbr>").replace("=", "=<wbr>"))
                .collect(Collectors.joining(", ", "<span>", "</span>"));
    }

    private static String reason(Kill kill) {
        String name = kill.reason().key().replace('_', ' ');
        String figures = kill.value().isPresent() && kill.threshold().isPresent()
                ? " (" + figure(kill.reason(), kill.value()) + ", limit " + figure(kill.reason(), kill.threshold())
                        + ")"
                : "";
        return name + figures + (kill.detail().isBlank() ? "" : ": " + Html.isolated(kill.detail()));
    }

    /** A count as a count, anything else with its decimals. */
    private static String figure(KillReason reason, OptionalDouble figure) {
        double value = figure.orElseThrow();
        boolean counted = COUNTS.contains(reason) || Math.abs(value) >= 1;
        return Html.number(value, counted && Math.rint(value) == value ? 0 : 3);
    }

    private static void significance(StringBuilder page, Ranking ranking) {
        page.append("<h2>Luck</h2>\n<p>Sharpe ratios are deflated for ")
                .append(Counted.of(
                        Math.max(ranking.trials().inCycle(), ranking.trials().inLedger()), "trial"))
                .append(
                        ranking.benchmark().isBlank()
                                ? ""
                                : ", against "
                                        + Html.isolated(ranking.benchmark().replace('_', ' ')))
                .append(".</p>\n");
        if (ranking.significance().isEmpty()) {
            page.append("<p>The ranking does not say what the whole set tells about luck.</p>\n");
            return;
        }
        SetSignificance set = ranking.significance().get();
        Overfitting overfitting = set.overfitting();
        page.append("<p>Over ")
                .append(Counted.of(set.observations(), "day"))
                .append(" in common: probability of backtest overfitting ");
        page.append(
                overfitting.probability().isPresent()
                        ? Html.number(overfitting.probability(), 3)
                        : "not known (" + Html.isolated(overfitting.reason()) + ")");
        page.append("; ");
        page.append(set.tests()
                .figures()
                .map(tests -> "that the best is no better than the benchmark: Reality Check p "
                        + Html.number(tests.realityCheckP(), 3) + ", SPA p " + Html.number(tests.pConsistent(), 3)
                        + " ("
                        + Html.number(tests.pLower(), 3) + " to " + Html.number(tests.pUpper(), 3) + "), "
                        + tests.draws() + " draws")
                .orElseGet(
                        () -> "no bootstrap tests (" + Html.isolated(set.tests().reason()) + ")"));
        page.append(".</p>\n");
    }

    private static void charts(StringBuilder page, List<RankedStrategy> rows, Map<String, Run> runs) {
        page.append("<h2>Equity and drawdown</h2>\n");
        List<RankedStrategy> shown =
                rows.stream().filter(row -> runs.containsKey(row.runId())).toList();
        if (shown.isEmpty()) {
            page.append("<p>No artifact with daily returns was found beside the ranking.</p>\n");
        }
        for (RankedStrategy row : shown) {
            page.append("<figure>\n<h3>#")
                    .append(row.rank())
                    .append(' ')
                    .append(Html.isolated(row.strategyId()))
                    .append(row.killed() ? ", killed" : ", alive")
                    .append("</h3>\n")
                    .append(EquityChart.svg(Optional.ofNullable(runs.get(row.runId()))
                            .orElseThrow()
                            .returns()))
                    .append("\n</figure>\n");
        }
    }
}
