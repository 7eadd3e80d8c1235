package io.argus.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.argus.research.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What commands write is what their schemas say, and the schemas say all of it. */
class ProducedFilesTest {

    /** Everything that an artifact can tell. */
    private static final String STRESSED = """
            pack: {symbols: [SP500], bars: ../config/samples/sp500-2000.csv, start_date: 2018-01-01, end_date: 2019-12-31}
            strategies:
              - {strategy_class: SmaCross, sweep: {fast: [5, 10], slow: [50, 100]}}
              - {strategy_class: VrpCreditSpread, synthetic: {days: 160}}
            experiment:
              output_dir: $/experiments
              cost_sensitivity: true
              regime_stress: true
              walk_forward: {train_days: 100, test_days: 50}
              execution: {slippage: 0.0002}
              mc_paths: 50
            evaluation: {rankings_output_dir: $/logs}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder = Path.of("");

    private final InProcess argus = new InProcess();

    @Test
    void runsAndTheirRankingsAreWhatTheirSchemasSay() throws IOException {
        cycle(STRESSED);

        assertThat(faults("experiment", "experiments", 6)).isEmpty();
        assertThat(faults("rankings", "logs/strategy_rankings", 1)).isEmpty();
        assertThat(faults("rankings", "logs/synthetic_rankings", 1)).isEmpty();
    }

    @Test
    void plansAreWhatTheirSchemaSays() throws IOException {
        cycle(ResearchCommandTest.DAILY.replace(
                "sigma_window: 60",
                "sigma_window: 60, vol_target_annual: 0.1, current_weights: {gone: 0.01},"
                        + " max_loss_per_contract: {default: 250}"));

        assertThat(faults("allocations", "logs/allocations", 1)).isEmpty();
        assertThat(argus.run("explain", "--allocations", file("logs/allocations.json")))
                .isZero();
        assertThat(argus.out()).doesNotContain("Nothing is held");
    }

    @Test
    void packsAreWhatTheirSchemaSays() throws IOException {
        assertThat(argus.run("pack", "synthetic", "--days", "10", "--out", file("synthetic.json")))
                .isZero();
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        "../config/samples/sp500-2000.csv",
                        "--symbol",
                        "SP500",
                        "--bar-duration",
                        "1d",
                        "--out",
                        file("bars.json")))
                .as(argus.err())
                .isZero();

        assertThat(faults("pack", "", 2)).isEmpty();
    }

    private void cycle(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), config.replace("$", folder.toString()));
        assertThat(argus.run("research", "--config", file.toString(), "--once"))
                .as(argus.err())
                .isZero();
    }

    /** What a schema has against the files whose paths begin so, of which there are at least so many. */
    private List<String> faults(String schema, String beginning, int least) throws IOException {
        assertThat(argus.run("schema", schema)).isZero();
        Map<?, ?> told = JSON.readValue(argus.out(), Map.class);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> folder.relativize(file).toString().startsWith(beginning))
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(least);
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            JsonSchema.faultsAndUntold(told, json(file)).forEach(fault -> faults.add(file.getFileName() + fault));
        }
        return faults;
    }

    private static Map<?, ?> json(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Map.class);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
