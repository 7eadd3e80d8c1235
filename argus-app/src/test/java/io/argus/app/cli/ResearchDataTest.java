package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.argus.app.cli.ResearchCommandTest.DAILY;
import static io.argus.app.cli.ResearchCommandTest.JSON;
import static io.argus.app.cli.ResearchCommandTest.config;
import static io.argus.app.cli.ResearchCommandTest.contents;
import static io.argus.app.cli.ResearchCommandTest.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What a cycle makes of the data that it is given, and says of those that it cannot use. */
class ResearchDataTest {

    @TempDir
    private Path folder = Path.of("");

    private final InProcess argus = new InProcess();

    @Test
    void aFileThatIsNotThereIsAllThatIsWrong() {
        assertThat(argus.run("research", "--config", folder.resolve("none.yaml").toString(), "--once"))
                .isEqualTo(2);
        assertThat(argus.err().lines()).containsExactly("error: " + folder.resolve("none.yaml") + ": no such file");
    }

    @Test
    void ofAPackThatContradictsItselfNothingElseIsSaid() throws IOException {
        String text = DAILY.replace("2019-12-31", "2016-12-31").replace("symbols: [SP500]", "symbols: [SP500, NDX]");
        assertThat(argus.run("research", "--config", config(folder, text), "--once"))
                .isEqualTo(2);
        assertThat(argus.err().lines()).hasSize(1).allMatch(line -> line.contains("end_date lies before start_date"));
    }

    @Test
    void aSymbolWithShorterDataIsWarnedOfAndJudgedOnItsOwnDays() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../config/samples/sp500-2000.csv"));
        Path late = Files.write(
                folder.resolve("late.csv"),
                rows.stream()
                        .filter(row -> row.startsWith("date") || row.startsWith("2019"))
                        .toList());
        String text = DAILY.replace(
                        "symbols: [SP500], bars: ../config/samples/sp500-2000.csv",
                        "symbols: [SP500, LATE], bars: {SP500: ../config/samples/sp500-2000.csv, LATE: " + late + "}")
                .replace("sweep: {fast: [5, 10, 20], slow: {min: 50, max: 100, step: 25}}", "params: {symbol: LATE}")
                .replace("{strategy_class: BuyAndHold}", "{strategy_class: BuyAndHold, params: {symbol: SP500}}");

        assertThat(argus.run("research", "--config", config(folder, text), "--once"))
                .isZero();

        assertThat(argus.err())
                .contains(
                        "warning: LATE has bars of 2019-01-02 to 2019-12-31 alone, SP500 of 2017-01-03 to 2019-12-31");
        List<JsonNode> runs = new ArrayList<>();
        json(folder.resolve("logs/strategy_rankings_20240304.json"))
                .path("rankings")
                .forEach(runs::add);
        assertThat(runs)
                .filteredOn(run -> run.path("strategy_class").asText().equals("SmaCross"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.path("observations").intValue()).isEqualTo(252);
                    assertThat(run.path("kill_reasons").findValuesAsText("reason"))
                            .contains("not_eligible");
                });
    }

    @Test
    void missingBarsAreAFailureOfTheRun() throws IOException {
        String config = config(folder, DAILY.replace("../config/samples/sp500-2000.csv", "none.csv"));

        assertThat(argus.run("research", "--config", config, "--once")).isEqualTo(1);

        assertThat(argus.err()).contains("error: none.csv: no such file");
    }

    @Test
    void aSymbolThatThePackHasNotIsRefusedBeforeTheWork() throws IOException {
        String config = config(folder, """
                pack: {symbols: [SP500], bars: none.csv, bar_duration: 1d}
                strategies:
                  - strategy_class: BuyAndHold
                    params:
                      symbol: NDX
                experiment: {output_dir: $/experiments}
                evaluation: {rankings_output_dir: $/logs}
                """);

        assertThat(argus.run("research", "--config", config, "--once")).isEqualTo(2);

        assertThat(argus.err()).contains("c.yaml:5:7: the pack has no symbol NDX; it has [SP500]");
    }

    @Test
    void barsRoundTheClockAreReplayedAndKeptAsAPack() throws IOException {
        Files.createDirectories(folder);
        StringBuilder bars = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long start = 1_704_067_200L;
        for (int i = 0; i < 4_000; i++) {
            double close = 100 + 10 * Math.sin(i / 300.0) + i * 0.002;
            bars.append(start + 300L * i).append(",%1$s,%1$s,%1$s,%1$s,1%n".formatted(Math.round(close * 100) / 100.0));
        }
        Files.writeString(folder.resolve("BTC.csv"), bars.toString());
        String config = config(folder, """
                pack: {symbols: [BTC], bars: "$/{symbol}.csv", bar_duration: 5m, last_n_days: 10, packs_output_dir: $/packs}
                outcomes: {horizons: [600, 1h]}
                strategies: [{strategy_class: BuyAndHold}, {strategy_class: SmaCross, params: {fast: 20, slow: 100}}]
                experiment: {output_dir: $/experiments, market: CRYPTO}
                evaluation: {rankings_output_dir: $/logs}
                """);

        assertThat(argus.run("research", "--config", config, "--once")).isZero();

        JsonNode first = json(folder.resolve("logs/strategy_rankings_20240304.json"))
                .path("rankings")
                .get(0);
        assertThat(first.path("periods_per_year").intValue()).isEqualTo(365);
        assertThat(first.path("observations").intValue()).isBetween(8, 10);
        String pack = contents(folder.resolve("packs")).keySet().iterator().next();
        assertThat(argus.run(
                        "experiment",
                        "--strategy",
                        "SmaCross",
                        "--params",
                        "fast=20,slow=100",
                        "--pack",
                        folder.resolve("packs").resolve(pack).toString(),
                        "--out",
                        folder.resolve("again").toString(),
                        "--format",
                        "json"))
                .isZero();
        JsonNode again = JSON.readTree(argus.out()).path("experiments").get(0);
        assertThat(folder.resolve(
                        "experiments/sma-cross-btc_base_" + again.path("run_id").textValue() + ".json"))
                .as("the same run has the same id alone")
                .exists();
    }
}
