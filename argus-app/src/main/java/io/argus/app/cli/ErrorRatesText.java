package io.argus.app.cli;

import io.argus.app.study.CellResult;
import io.argus.app.study.StudyCell;
import io.argus.app.study.StudyReport;
import io.argus.app.terminal.Table;
import io.argus.evaluation.metric.ShareInterval;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A study for people. */
final class ErrorRatesText {

    private ErrorRatesText() {}

    static String text(StudyReport report, Ansi ansi) {
        StringBuilder text = new StringBuilder();
        if (!report.nulls().isEmpty()) {
            text.append("Nulls, ").append(report.seeds()).append(" cycles a row, 95 % intervals\n");
            Table nulls =
                    Table.of("returns", "trials>", "correlated>", "cycles funding a null>", "nulls funded>", "5 %");
            report.nulls()
                    .forEach(result -> nulls.row(
                            result.cell().kind().key(),
                            Integer.toString(result.cell().trials()),
                            correlation(result.cell()),
                            percent(result.cyclesFunded()),
                            percent(result.nullsFunded()),
                            result.met() ? "met" : "missed"));
            text.append(nulls.render(ansi));
        }
        if (!report.edges().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append("One edge among nulls, normal returns\n");
            Table edges = Table.of("trials>", "Sharpe a year>", "years>", "edges funded>", "cycles funding a null");
            for (CellResult result : report.edges()) {
                edges.row(
                        Integer.toString(result.cell().trials()),
                        String.format(Locale.ROOT, "%.1f", result.cell().edge()),
                        Integer.toString(result.cell().years()),
                        percent(result.edgesFunded()),
                        result.cell().trials() == 1 ? "-" : percent(result.cyclesFunded()));
            }
            text.append(edges.render(ansi));
        }
        return text.toString();
    }

    static String correlation(StudyCell cell) {
        return cell.trials() == 1 ? "-" : String.format(Locale.ROOT, "%.2f", cell.correlation());
    }

    /** The share, and where the true one may lie. */
    static String percent(ShareInterval interval) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f) %%",
                100 * interval.share(),
                100 * interval.lower(),
                100 * interval.upper());
    }
}
