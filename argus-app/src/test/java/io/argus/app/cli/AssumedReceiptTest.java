package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A pack whose snapshots do not tell when they were received needs {@code --assume-receipt-delay}, on every command. */
class AssumedReceiptTest {

    private static final String PACK = """
            {"metadata": {"market": "CRYPTO", "bar_duration_seconds": 86400},
             "bars": [
              {"symbol": "X", "timestamp_ms": 1577836800000, "open": 10, "high": 11, "low": 9, "close": 10, "volume": 1},
              {"symbol": "X", "timestamp_ms": 1577923200000, "open": 10, "high": 11, "low": 9, "close": 11, "volume": 1},
              {"symbol": "X", "timestamp_ms": 1578009600000, "open": 11, "high": 12, "low": 9, "close": 12, "volume": 1}],
             "snapshots": [{"symbol": "X", "timestamp_ms": 1577923200000, "underlying_price": 10, "quotes_json":
              {"puts": [{"strike": 10, "expiry_ms": 1580515200000, "bid": 1, "ask": 1.1}], "calls": []}}]}
            """;

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();
    private Path pack = Path.of("");

    @BeforeEach
    void writePack() throws IOException {
        pack = Files.writeString(folder.resolve("foreign.json"), PACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack inspect",
                "iv-map --pack",
                "verify --strategy BuyAndHold --cuts 1 --pack",
                "experiment --strategy BuyAndHold --out OUT --pack"
            })
    void everyCommandThatReadsAPackTakesIt(String command) {
        List<String> words = new ArrayList<>(List.of(
                command.replace("OUT", folder.resolve("runs").toString()).split(" ")));
        words.add(pack.toString());
        assertThat(argus.run(words.toArray(String[]::new))).isEqualTo(1);
        assertThat(argus.err()).contains("--assume-receipt-delay");
        words.add("--assume-receipt-delay");
        words.add("2s");
        assertThat(argus.run(words.toArray(String[]::new))).as(argus.err()).isZero();
        assertThat(argus.out() + argus.err()).contains("2000");
    }

    /** Of a cycle, which has no such option, what can be done is told first. */
    @Test
    void aCycleAsksForTheTimes() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), "date,open,high,low,close,volume\n2020-01-01,10,11,9,10,1\n");
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                pack: {symbols: [X], bars: $/bars.csv, option_snapshots: $/foreign.json}
                strategies: [{strategy_class: BuyAndHold}]
                experiment: {market: CRYPTO, output_dir: $/experiments}
                evaluation: {rankings_output_dir: $/logs}
                """.replace("$", folder.toString()));

        assertThat(argus.run("research", "--config", config.toString(), "--once"))
                .isEqualTo(1);

        assertThat(argus.err())
                .contains(
                        "error: " + pack + ": ", "recv_ts_ms is missing", "write it into the pack, or, for argus exp");
        String written = Files.readString(pack)
                .replace("\"timestamp_ms\": 1577923200000, \"under", "\"recv_ts_ms\": 1577880000000, \"under");
        Files.writeString(pack, written);
        assertThat(argus.run("research", "--config", config.toString(), "--once"))
                .as(argus.err())
                .isZero();
    }

    @Test
    void theArtifactTellsWhatWasAssumed() throws IOException {
        JsonNode two = manifest("2s");
        assertThat(two.path("replay_packs")
                        .path(0)
                        .path("labels")
                        .path("assumed_receipt_delay_ms")
                        .asText())
                .isEqualTo("2000");
        assertThat(manifest("3s").path("run_id")).isNotEqualTo(two.path("run_id"));
    }

    private JsonNode manifest(String delay) throws IOException {
        Path runs = folder.resolve("after-" + delay);
        int exit = argus.run(
                "experiment",
                "--strategy",
                "BuyAndHold",
                "--pack",
                pack.toString(),
                "--out",
                runs.toString(),
                "--assume-receipt-delay",
                delay);
        assertThat(exit).as(argus.err()).isZero();
        try (Stream<Path> files = Files.list(runs)) {
            Path artifact = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            return new ObjectMapper().readTree(artifact.toFile()).path("manifest");
        }
    }
}
