package io.argus.app.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.app.process.LaunchedArgus.Ended;
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

/** The main job on the sample, as the README's first command runs it. */
class ResearchIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theExampleRanksAllocatesAndWritesItsFiles() throws IOException {
        Ended ended = example("research", "--config", "config/research_loop.example.yaml", "--once");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("NOT FOR TRADING", "killed");
        assertThat(ended.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(ended.err()).contains("experiments");
        JsonNode plan = JSON.readTree(folder.resolve("logs/allocations.json").toFile());
        assertThat(plan.path("allocations").size()).isPositive();
        assertThat(plan.path("gates").path("relaxed").booleanValue()).isTrue();
        for (JsonNode allocation : plan.path("allocations")) {
            assertThat(fields(allocation))
                    .contains("strategy_id", "run_id", "instrument", "weight", "dollar_risk", "contracts", "trail");
            assertThat(Math.abs(allocation.path("weight").doubleValue())).isLessThanOrEqualTo(0.07);
        }
        JsonNode ranking = JSON.readTree(rankings().toFile());
        // One artifact more: that of the run on a synthetic market, which is ranked apart.
        assertThat(ranking.path("experiment_count").intValue())
                .isEqualTo(ranking.path("rankings").size())
                .isEqualTo(artifacts().size() - 1);
        assertThat(ended.out()).contains("on synthetic markets, which nobody traded");
        Ended report = LaunchedArgus.in(folder)
                .run("report", "--rankings", folder.relativize(rankings()).toString(), "--out", "report.html");
        assertThat(report.exit()).as(report.err()).isZero();
        assertThat(folder.resolve("report.html")).content().contains("NOT FOR TRADING", "<polyline");
    }

    @Test
    void nothingIsAllocatedUnderTheShippedGatesAndTheFileSaysWhy() throws IOException {
        Ended ended = example("research", "--config", "config/strict.example.yaml", "--once");

        assertThat(ended.exit()).as(ended.err()).isZero();
        JsonNode plan = JSON.readTree(folder.resolve("logs/allocations.json").toFile());
        assertThat(plan.path("gates").path("relaxed").booleanValue()).isFalse();
        assertThat(plan.path("allocations").isEmpty())
                .isEqualTo(!plan.path("empty_reason").textValue().isBlank());
    }

    @Test
    void theNumberOfThreadsChangesNoByte() throws IOException {
        Map<String, String> alone = filesAfter("1");
        Map<String, String> together = filesAfter("4");

        assertThat(together).isEqualTo(alone).hasSizeGreaterThan(20);
    }

    @Test
    void withoutAPlaceForThemNothingIsAllocated() throws IOException {
        String text = Files.readString(LaunchedArgus.CHECKOUT.resolve("config/research_loop.example.yaml"));
        Path config = copyOfTheExample().resolve("unplaced.yaml");
        Files.writeString(config, text.replaceAll("allocations_output_path: \\S+", "allocations_output_path: null"));

        Ended ended = LaunchedArgus.in(folder).run("research", "--config", "unplaced.yaml", "--once");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("allocations_output_path is null");
        assertThat(folder.resolve("logs/allocations.json")).doesNotExist();
        assertThat(rankings()).exists();
    }

    @Test
    void aDryRunTouchesNothing() throws IOException {
        Ended ended = example("research", "--config", "config/research_loop.example.yaml", "--dry-run");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("allocations.json");
        assertThat(folder.resolve("logs")).doesNotExist();
        assertThat(folder.resolve("experiments")).doesNotExist();
    }

    @Test
    void quietMeansResultsAlone() throws IOException {
        Ended ended = example("research", "--config", "config/research_loop.example.yaml", "--once", "--quiet");

        assertThat(ended.exit()).isZero();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("warning:")))
                .isEmpty();
        assertThat(ended.out()).doesNotContain("\u001b");
    }

    private Ended example(String... arguments) throws IOException {
        copyOfTheExample();
        return LaunchedArgus.in(folder).run(arguments);
    }

    private Path copyOfTheExample() throws IOException {
        Workspace.withSamples(folder);
        return folder;
    }

    private Map<String, String> filesAfter(String threads) throws IOException {
        Path own = Files.createDirectory(folder.resolve("threads" + threads));
        Workspace.withSamples(own);
        Ended ended = LaunchedArgus.in(own)
                .run("research", "--config", "config/research_loop.example.yaml", "--once", "--threads", threads);
        assertThat(ended.exit()).as(ended.err()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(own)) {
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".json")).toList()) {
                ObjectNode document = (ObjectNode) JSON.readTree(file.toFile());
                document.remove(List.of("generated_at", "environment"));
                files.put(own.relativize(file).toString(), document.toString());
            }
        }
        return files;
    }

    private Path rankings() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            return logs.filter(each -> each.getFileName().toString().startsWith("strategy_rankings_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> artifacts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("experiments"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
