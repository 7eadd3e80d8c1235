package io.argus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of a cycle is one page, the same each time, that shows what the cycle found. */
class ReportCommandTest {

    private static final String CYCLE = """
            pack: {symbols: [SP500], bars: ../config/samples/sp500-2000.csv, start_date: 2018-01-01, end_date: 2019-12-31}
            strategies:
              - {strategy_class: BuyAndHold}
              - {strategy_class: SmaCross, sweep: {fast: [5, 10], slow: [50]}}
            experiment: {output_dir: $/experiments, mc_bootstrap: false}
            evaluation:
              rankings_output_dir: $/logs
              kill_thresholds: {dsr_min: 0, min_trades: 3, spa_p_max: null}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final InProcess argus = new InProcess();

    @Test
    void thePageShowsTheCycleAndNeedsNothingElse() throws IOException {
        String page = page("report.html");

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains(
                        "3 runs, ",
                        "insufficient trades",
                        "NOT FOR TRADING",
                        "Reality Check",
                        "judged at 2024-03-04T12:00:00Z")
                .doesNotContain("http", "src=", "url(", "<script", "NaN", "Infinity", "@import");
        assertThat(count(page, "<figure>")).isEqualTo(3);
        assertThat(count(page, "<polyline")).isEqualTo(6);
        assertThat(count(page, "<tr>")).isEqualTo(count(page, "</tr>"));
        assertThat(page).contains("prefers-color-scheme: dark", "max-width: 40rem", "width=device-width");
    }

    @Test
    void aCycleDrawsTheSamePageWhereItsConfigurationSaysSo() throws IOException {
        Path drawn = folder.resolve("logs/report.html");
        Path config = Files.writeString(
                folder.resolve("drawing.yaml"),
                CYCLE.replace("$", folder.toString()) + "  report_output_path: " + drawn + "\n");

        assertThat(argus.run("research", "--config", config.toString(), "--once"))
                .as(argus.err())
                .isZero();

        assertThat(Files.readString(drawn)).isEqualTo(page("report.html"));
    }

    @Test
    void equalRankingsGiveEqualPages() throws IOException {
        assertThat(page("one.html")).isEqualTo(page("two.html"));
    }

    @Test
    void withoutArtifactsThereAreNoCharts() throws IOException {
        page("report.html");
        Path moved = folder.resolve("elsewhere/deep/rankings.json");
        Files.createDirectories(folder.resolve("elsewhere/deep"));
        Files.copy(rankings(), moved);
        Path out = folder.resolve("bare.html");

        assertThat(argus.run("report", "--rankings", moved.toString(), "--out", out.toString()))
                .isZero();

        assertThat(Files.readString(out))
                .contains("No artifact with daily returns")
                .doesNotContain("<svg");
    }

    @Test
    void whatCannotBeReadOrWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(argus.run(
                        "report",
                        "--rankings",
                        "none.json",
                        "--out",
                        folder.resolve("x.html").toString()))
                .isEqualTo(1);
        assertThat(argus.run(
                        "report",
                        "--rankings",
                        "none.json",
                        "--out",
                        file.resolve("x.html").toString()))
                .isEqualTo(2);
        assertThat(folder.resolve("x.html")).doesNotExist();
    }

    private String page(String name) throws IOException {
        if (!Files.exists(rankings())) {
            Path config = folder.resolve("c.yaml");
            Files.writeString(config, CYCLE.replace("$", folder.toString()));
            assertThat(argus.run("research", "--config", config.toString(), "--once"))
                    .as(argus.err())
                    .isZero();
        }
        Path out = folder.resolve(name);
        assertThat(argus.run("report", "--rankings", rankings().toString(), "--out", out.toString()))
                .as(argus.err())
                .isZero();
        return Files.readString(out);
    }

    private Path rankings() {
        return folder.resolve("logs/strategy_rankings_20240304.json");
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
