package io.argus.app.cli;

import io.argus.app.study.CellResult;
import io.argus.app.study.PlantedKind;
import io.argus.app.study.StudyReport;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A study's tables as a part of a page: what stands between two marks is the program's, the rest is its author's. */
final class ErrorRatesPage {

    private static final String BEGIN = "<!-- tables of argus error-rates -->";
    private static final String END = "<!-- end of the tables -->";

    private ErrorRatesPage() {}

    /**
     * Finds out before the study whether its tables can be written into a page.
     *
     * @throws DataException when the page has no marks to write between
     * @throws io.argus.domain.ConfigException when it cannot be written
     */
    static void requireWritable(Path file) {
        AtomicFiles.requireWritable(file);
        with("", file);
    }

    /**
     * Writes the tables into a page, or a page of them alone where there is none.
     *
     * @throws DataException when the page has no marks to write between
     */
    static void write(Path file, StudyReport report) {
        AtomicFiles.write(file, with(tables(report), file));
    }

    private static String with(String tables, Path file) {
        String page;
        try {
            page = Files.readString(file);
        } catch (NoSuchFileException none) {
            page = "# Error rates\n\n" + BEGIN + "\n" + END + "\n";
        } catch (CharacterCodingException e) {
            throw new DataException(file.toString(), "is not UTF-8 text; name another page", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + AtomicFiles.reason(e), e);
        }
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        if (from < 0 || to < from) {
            throw new DataException(
                    file.toString(), "has no lines \"" + BEGIN + "\" and \"" + END + "\" to write between");
        }
        return page.substring(0, from) + BEGIN + "\n\n" + tables + "\n" + page.substring(to);
    }

    static String tables(StudyReport report) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                %d cycles a row, with the seeds 1 to %d. Market: %s, %d daily returns, drift %.1f %% a year.
                Shares in percent, 95 %% intervals in brackets.
                """,
                report.seeds(),
                report.seeds(),
                report.market(),
                report.marketDays(),
                100 * report.marketDrift()));
        if (!report.nulls().isEmpty()) {
            text.append("\n| returns | trials | correlation | cycles that fund a null | nulls funded | 5 % |\n")
                    .append("| --- | ---: | ---: | ---: | ---: | --- |\n");
            for (CellResult result : report.nulls()) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %s | %s |\n",
                        named(result.cell().kind()),
                        result.cell().trials(),
                        ErrorRatesText.correlation(result.cell()),
                        ErrorRatesText.percent(result.cyclesFunded()).replace(" %", ""),
                        ErrorRatesText.percent(result.nullsFunded()).replace(" %", ""),
                        result.met() ? "met" : "**missed**"));
            }
        }
        List<Integer> years = report.edges().stream()
                .map(result -> result.cell().years())
                .distinct()
                .toList();
        if (!years.isEmpty()) {
            text.append("\n| trials | true Sharpe ratio a year |");
            years.forEach(each -> text.append(' ').append(each).append(each == 1 ? " year |" : " years |"));
            text.append("\n| ---: | ---: |").append(" ---: |".repeat(years.size()));
            List<CellResult> edges = report.edges();
            for (int i = 0; i < edges.size(); i++) {
                CellResult result = edges.get(i);
                if (i % years.size() == 0) {
                    text.append(String.format(
                            Locale.ROOT,
                            "\n| %d | %.1f |",
                            result.cell().trials(),
                            result.cell().edge()));
                }
                text.append(' ')
                        .append(ErrorRatesText.percent(result.edgesFunded()).replace(" %", ""))
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String named(PlantedKind kind) {
        return kind.key().replace('_', ' ');
    }
}
