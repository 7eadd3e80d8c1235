package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole cycles on files, in this process and on a clock that stands still. */
class ResearchCommandTest {

    static final JsonMapper JSON = new JsonMapper();

    /** A quick cycle on the sample; {@code $} stands for the folder of its results. */
    static final String DAILY = """
            pack: {symbols: [SP500], bars: ../config/samples/sp500-2000.csv, start_date: 2017-01-01, end_date: 2019-12-31}
            strategies:
              - {strategy_class: BuyAndHold}
              - {strategy_class: SmaCross, sweep: {fast: [5, 10, 20], slow: {min: 50, max: 100, step: 25}}}
              - {strategy_class: DowRegimeTiming, sweep: {day_of_week: [MONDAY, FRIDAY]}}
            experiment: {output_dir: $/experiments}
            evaluation:
              rankings_output_dir: $/logs
              kill_thresholds: {dsr_min: 0, min_trades: 1, spa_p_max: null}
              min_dsr: 0
              min_composite_score: -10
              killed_output_path: $/logs/killed.json
              candidate_set_output_path: $/logs/candidates.json
              allocation: {mu_deflation: none, sigma_window: 60}
              allocations_output_path: $/logs/allocations.json
            """;

    @TempDir
    private Path folder = Path.of("");

    private final InProcess argus = new InProcess();

    @Test
    void resultsAreTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path one = folder.resolve("one");
        Path many = folder.resolve("many");

        assertThat(argus.run("research", "--config", config(one, DAILY), "--once", "--threads", "1"))
                .isZero();
        assertThat(argus.run("research", "--config", config(many, DAILY), "--once", "--threads", "4"))
                .isZero();

        Map<String, String> files = contents(one);
        assertThat(files.keySet().stream().filter(name -> name.startsWith("experiments/sma-cross")))
                .hasSize(9);
        assertThat(files)
                .containsKeys(
                        "logs/strategy_rankings_20240304.json",
                        "logs/allocations.json",
                        "logs/killed.json",
                        "logs/candidates.json",
                        "logs/trials.jsonl")
                .isEqualTo(contents(many));
        assertThat(json(one.resolve("logs/allocations.json")).path("allocations"))
                .isNotEmpty();
    }

    @Test
    void aCycleTellsItsStepsItsBaselinesAndWhatIsNoneOfIts() throws IOException {
        String config = config(folder, DAILY);
        Files.createDirectories(folder.resolve("experiments"));
        Files.writeString(folder.resolve("experiments/old_base_0000.json"), "{}");

        assertThat(argus.run("research", "--config", config, "--once")).isZero();

        assertThat(argus.out())
                .contains("sma-cross-sp500", "12 runs, ", "NOT FOR TRADING")
                .containsPattern("baselines on SP500: nothing 0.0%, buy and hold 4\\d.\\d%, best in hindsight \\d+");
        assertThat(argus.err())
                .contains("1/4 bars", "2/4 experiments: 12 runs", "3/4 evaluation", "4/4 allocation")
                .contains(
                        "1 other artifact in " + folder.resolve("experiments") + " is no part of this cycle: ignored");
        assertThat(json(folder.resolve("logs/strategy_rankings_20240304.json"))
                        .path("experiment_count")
                        .intValue())
                .isEqualTo(12);
    }

    @Test
    void resumingTakesWhatIsFinished() throws IOException {
        String config = config(folder, DAILY);
        assertThat(argus.run("research", "--config", config, "--once")).isZero();
        Map<String, String> before = contents(folder.resolve("experiments"));
        Path lost =
                folder.resolve("experiments").resolve(before.keySet().iterator().next());
        Files.writeString(lost, "{ half a fi");

        assertThat(argus.run("research", "--config", config, "--once", "--resume"))
                .isZero();

        assertThat(argus.err()).contains("11 of them were finished before");
        assertThat(contents(folder.resolve("experiments"))).isEqualTo(before);
    }

    @Test
    void theRankingShowsTheValuesThatRunsDifferIn() throws IOException {
        assertThat(argus.run("research", "--config", config(folder, DAILY), "--once"))
                .isZero();
        assertThat(argus.out()).contains("fast=5,slow=100", "MONDAY", "FRIDAY");
    }

    @Test
    void aDryRunTouchesNothing() throws IOException {
        assertThat(argus.run("research", "--config", config(folder, DAILY), "--dry-run"))
                .isZero();

        assertThat(argus.out())
                .contains("plan: 12 runs of 3 strategies on SP500, daily bars, from 2017-01-01, to 2019-12-31")
                .contains("sma-cross-sp500 (SmaCross): 9", "writes 12 files to " + folder.resolve("experiments"), " MB")
                .contains("allocations.json");
        assertThat(contents(folder)).containsOnlyKeys("c.yaml");
    }

    @Test
    void withoutSettingsOrOutputNothingIsAllocated() throws IOException {
        for (String without : List.of("allocations_output_path", "allocation")) {
            Path here = folder.resolve(without);
            String config = config(here, DAILY.replaceFirst(without + ":.*", without + ": null"));

            assertThat(argus.run("research", "--config", config, "--once")).isZero();

            assertThat(argus.err())
                    .contains("no allocation: evaluation.allocation or evaluation.allocations_output_path is null");
            assertThat(contents(here))
                    .doesNotContainKey("logs/allocations.json")
                    .containsKey("logs/candidates.json");
        }
    }

    @Test
    void whatCannotBeWrittenIsFoundBeforeTheWork() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String config = config(folder, DAILY.replace("$/logs/killed.json", file + "/below/killed.json"));

        assertThat(argus.run("research", "--config", config, "--once")).isEqualTo(2);

        assertThat(argus.err()).contains("below: cannot write here");
        assertThat(contents(folder).keySet()).noneMatch(name -> name.startsWith("experiments/"));
    }

    @Test
    void aConfigurationIsCheckedWithoutRunning() throws IOException {
        assertThat(argus.run("config", "check", config(folder, DAILY))).isZero();
        assertThat(argus.out()).contains("c.yaml is sound", "plan: 12 runs");

        String wrong = config(
                folder.resolve("wrong"), DAILY.replace("min_dsr", "min_dsrr").replace("BuyAndHold", "Buy"));
        assertThat(argus.run("config", "check", wrong)).isEqualTo(2);
        assertThat(argus.err())
                .contains(
                        wrong + ":3:6: unknown strategy Buy",
                        wrong + ":10:3: unknown key min_dsrr; did you mean min_dsr?");

        String alone = config(folder.resolve("alone"), "evaluation: {equity: 5}\n");
        assertThat(argus.run("config", "check", alone)).isZero();
        assertThat(argus.out()).contains("names neither symbols nor strategies");
    }

    @Test
    void aSyntheticMarketIsLabelledRankedApartAndNeverFunded() throws IOException {
        String strategies = "strategies:\n";
        String config = config(
                folder,
                DAILY.replace(
                        strategies,
                        strategies
                                + "  - {strategy_class: VrpCreditSpread, synthetic: {days: 120, seed: 7, premium: 0.05}}\n"));

        assertThat(argus.run("research", "--config", config, "--once"))
                .as(argus.err())
                .isZero();

        assertThat(argus.out()).contains("on synthetic markets, which nobody traded, NOT FOR TRADING");
        JsonNode real = json(folder.resolve("logs/strategy_rankings_20240304.json"));
        assertThat(real.path("experiment_count").intValue()).isEqualTo(12);
        assertThat(real.toString()).doesNotContain("VrpCreditSpread");
        JsonNode row = json(folder.resolve("logs/synthetic_rankings_20240304.json"))
                .path("rankings")
                .get(0);
        assertThat(row.path("strategy_id").textValue()).isEqualTo("vrp-credit-spread-synthetic");
        assertThat(row.path("kill_reasons").toString()).contains("not_eligible", "its prices are synthetic");
        assertThat(row.path("metrics").path("total_trades").intValue()).isPositive();
        Path artifact = folder.resolve("logs")
                .resolve(row.path("source_file").textValue())
                .normalize();
        assertThat(json(artifact)
                        .path("manifest")
                        .path("replay_packs")
                        .get(0)
                        .path("labels")
                        .path("synthetic")
                        .textValue())
                .contains("premium 0.05, seed 7");
        assertThat(contents(folder).getOrDefault("logs/trials.jsonl", "").lines())
                .hasSize(12);
        assertThat(argus.run("research", "--config", config, "--dry-run")).isZero();
        assertThat(argus.out()).contains("on a synthetic market of 120 days: vrp-credit-spread-synthetic", "13 runs");
    }

    @Test
    void aWalkForwardIsPlannedMadeAndRankedOnceAClass() throws IOException {
        String config = config(
                folder,
                DAILY.replace("experiment: {", "experiment: {walk_forward: {train_days: 250, test_days: 125}, "));

        assertThat(argus.run("research", "--config", config, "--dry-run")).isZero();
        assertThat(argus.out()).contains("one run more each", "writes 15 files");
        assertThat(argus.run("research", "--config", config, "--once"))
                .as(argus.err())
                .isZero();

        JsonNode ranking = json(folder.resolve("logs/strategy_rankings_20240304.json"));
        assertThat(ranking.path("experiment_count").intValue()).isEqualTo(15);
        assertThat(contents(folder.resolve("experiments")).keySet())
                .filteredOn(name -> name.contains("_wf_"))
                .hasSize(3);
        for (JsonNode row : ranking.path("rankings")) {
            boolean eligible = !row.path("kill_reasons").toString().contains("not_eligible");
            assertThat(eligible).isEqualTo(row.path("source_file").asText().contains("_wf_"));
        }
        assertThat(argus.out().lines().filter(line -> line.contains("walk-forward")))
                .hasSize(3);
        for (JsonNode row : ranking.path("rankings")) {
            boolean held = row.path("strategy_class").asText().equals("BuyAndHold");
            assertThat(row.path("metrics").path("exposure").doubleValue()).isGreaterThan(held ? 0.9 : 0);
        }
        assertThat(contents(folder).getOrDefault("logs/trials.jsonl", "").lines())
                .hasSize(15);

        String tooLong = config(
                folder.resolve("long"),
                DAILY.replace("experiment: {", "experiment: {walk_forward: {train_days: 700, test_days: 125}, "));
        assertThat(argus.run("research", "--config", tooLong, "--once")).isEqualTo(2);
        assertThat(argus.err())
                .containsPattern(
                        "c.yaml:\\d+:\\d+: 700 days to train on and 125 to test on do not fit into the 754 days");
    }

    @Test
    void experimentsTellWhatIsWrongBeforeThePackIsRead() throws IOException {
        Path sweep = Files.writeString(folder.resolve("grid.yaml"), "fast: [10]\nslow: {min: 1}\n");

        assertThat(argus.run(
                        "experiment",
                        "--strategy",
                        "SmaCross",
                        "--pack",
                        "none",
                        "--sweep",
                        sweep.toString(),
                        "--out",
                        folder.toString(),
                        "--params",
                        "slwo=3,x"))
                .isEqualTo(2);

        assertThat(argus.err())
                .contains("--params: SmaCross has no parameter slwo; did you mean slow?")
                .contains("--params: takes name=value, not \"x\"")
                .contains(sweep + ":2:7: max is missing");
        assertThat(argus.run("experiment", "--strategy", "SmaCross", "--pack", "none", "--out", folder.toString()))
                .isEqualTo(1);
        assertThat(argus.err()).contains("none: no such file");
    }

    @Test
    void theSchemaIsPrinted() throws IOException {
        assertThat(argus.run("schema", "research-config")).isZero();
        assertThat(JSON.readTree(argus.out()).at("/properties/loop/description").textValue())
                .isEqualTo("When cycles run.");
        assertThat(argus.run("schema", "research")).isEqualTo(2);
    }

    /** Writes a configuration whose results go to a folder. */
    static String config(Path results, String text) throws IOException {
        Files.createDirectories(results);
        return Files.writeString(results.resolve("c.yaml"), text.replace("$", results.toString()))
                .toString();
    }

    /** Every file below a folder but locks and configurations that name the folder. */
    static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.endsWith(".argus.lock")) {
                    contents.put(name, name.equals("c.yaml") || name.endsWith(".pack") ? "" : Files.readString(file));
                }
            }
        }
        return contents;
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }
}
