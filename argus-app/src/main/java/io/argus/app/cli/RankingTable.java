package io.argus.app.cli;

import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Table;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A ranking for people: every run with its place, its figures and why it was killed. */
final class RankingTable {

    /** More rows than this say nothing to anybody on a terminal. */
    private static final int SHOWN = 40;

    /** Widths that leave room for the figures within the terminal's. */
    private static final int STRATEGY = 17;

    private static final int PARAMETERS = 18;

    private RankingTable() {}

    static String text(Ranking ranking, Ansi ansi) {
        Table table =
                Table.of("#>", "strategy", "parameters", "return>", "Sharpe>", "maxDD>", "DSR>", "score>", "verdict");
        List<RankedStrategy> rows = ranking.strategies();
        Map<String, Set<String>> varying = varyingParameters(rows);
        for (RankedStrategy row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            table.row(
                    Integer.toString(row.rank()),
                    Cell.shortened(row.strategyId(), STRATEGY),
                    parameters(row, varying.getOrDefault(row.strategyClass(), Set.of())),
                    percent(row.findMetric(Metric.TOTAL_RETURN_PCT)),
                    Cell.number(row.findMetric(Metric.SHARPE_ANNUALIZED), 2),
                    percent(row.findMetric(Metric.MAX_DRAWDOWN_PCT)),
                    Cell.number(row.dsr(), 3),
                    Cell.number(row.compositeScore(), 3),
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
                "%s, %d killed; significance against %s, deflated for %s",
                Counted.of(ranking.strategies().size(), "run"),
                killed,
                ranking.benchmark().replace('_', ' '),
                Counted.of(Math.max(ranking.trials().inCycle(), ranking.trials().inLedger()), "trial"));
    }

    /** What tells a run from the others of its class; by the values alone where the names would not fit. */
    private static String parameters(RankedStrategy row, Set<String> varying) {
        if (row.parameters().contains(WalkForwardSpec.CELLS)) {
            return "walk-forward";
        }
        Map<String, Object> told = new TreeMap<>(row.parameters().asMap());
        told.keySet().retainAll(varying);
        String named = told.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(Collectors.joining(","));
        String values = told.values().stream().map(RankingTable::text).collect(Collectors.joining(","));
        return named.length() <= PARAMETERS ? named : Cell.shortened(values, PARAMETERS);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    /** By class of strategy: the parameters that not all of its runs have in common. */
    private static Map<String, Set<String>> varyingParameters(List<RankedStrategy> rows) {
        Map<String, Map<String, Set<Object>>> values = new HashMap<>();
        for (RankedStrategy row : rows) {
            Map<String, Set<Object>> own = values.computeIfAbsent(row.strategyClass(), each -> new HashMap<>());
            row.parameters()
                    .asMap()
                    .forEach((name, value) ->
                            own.computeIfAbsent(name, each -> new HashSet<>()).add(value));
        }
        Map<String, Set<String>> varying = new HashMap<>();
        values.forEach((strategy, own) -> {
            own.values().removeIf(seen -> seen.size() == 1);
            varying.put(strategy, own.keySet());
        });
        return varying;
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
}
