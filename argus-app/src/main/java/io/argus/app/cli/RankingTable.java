package io.argus.app.cli;

import io.argus.app.terminal.Table;
import io.argus.domain.ranking.Kill;
import io.argus.domain.ranking.Metric;
import io.argus.domain.ranking.RankedStrategy;
import io.argus.domain.ranking.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A ranking for people: every run with its place, its figures and why it was killed. */
final class RankingTable {

    /** More rows than this say nothing to anybody on a terminal. */
    private static final int SHOWN = 40;

    /** Values of gates that are open. */
    private static final Set<String> UNSET = Set.of("", "ANY", "NONE");

    private RankingTable() {}

    static String text(Ranking ranking, Ansi ansi) {
        Table table =
                Table.of("#>", "strategy", "parameters", "return>", "Sharpe>", "maxDD>", "DSR>", "score>", "verdict");
        List<RankedStrategy> rows = ranking.strategies();
        for (RankedStrategy row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            table.row(
                    Integer.toString(row.rank()),
                    shortened(row.strategyId(), 15),
                    shortened(parameters(row), 18),
                    percent(row.findMetric(Metric.TOTAL_RETURN_PCT)),
                    number(row.findMetric(Metric.SHARPE_ANNUALIZED), 2),
                    percent(row.findMetric(Metric.MAX_DRAWDOWN_PCT)),
                    number(row.dsr(), 3),
                    String.format(Locale.ROOT, "%.3f", row.compositeScore()),
                    verdict(row));
        }
        String more = rows.size() > SHOWN ? "\n... and " + (rows.size() - SHOWN) + " more in the rankings file" : "";
        return table.render(ansi) + more + "\n" + summary(ranking);
    }

    private static String summary(Ranking ranking) {
        long killed =
                ranking.strategies().stream().filter(RankedStrategy::killed).count();
        return String.format(
                Locale.ROOT,
                "%d runs, %d killed; significance against %s, deflated for %d trials",
                ranking.strategies().size(),
                killed,
                ranking.benchmark().replace('_', ' '),
                Math.max(ranking.trials().inCycle(), ranking.trials().inLedger()));
    }

    /** Parameters that say something: the symbol stands in the strategy's id, a fraction of 1 is the rule. */
    private static String parameters(RankedStrategy row) {
        return row.parameters().asMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("symbol"))
                .filter(entry -> !(entry.getKey().equals("fraction")
                        && entry.getValue().toString().equals("1")))
                .filter(entry -> !UNSET.contains(entry.getValue().toString()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String verdict(RankedStrategy row) {
        List<Kill> kills = row.kills();
        if (kills.isEmpty()) {
            return "alive";
        }
        String more = kills.size() > 1 ? " +" + (kills.size() - 1) : "";
        return kills.get(0)
                        .reason()
                        .key()
                        .replace("_threshold", "")
                        .replace("_failed", "")
                        .replace('_', ' ')
                + more;
    }

    private static String percent(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f%%", value.getAsDouble()) : "-";
    }

    private static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble()) : "-";
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 2) + "..";
    }
}
