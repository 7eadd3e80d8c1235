package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorRatesCommandTest {

    private static final String MARKET = "../config/samples/sp500-2000.csv";
    private static final Path PAGE = Path.of("../docs/error-rates.md");
    private static final Path DATA = Path.of("../docs/error-rates.json");

    private final InProcess argus = new InProcess();

    @TempDir
    private Path folder;

    /** A small part of the shipped study, made again: the very seeds that funded a null do so here. */
    @Test
    void theShippedStudyComesOutAgain() throws IOException {
        int seeds = 40;
        assertThat(argus.run(options("--seeds", "" + seeds, "--trials", "1", "--nulls-only", "--format", "json")))
                .isZero();

        JsonNode again = new ObjectMapper().readTree(argus.out());
        JsonNode shipped = new ObjectMapper().readTree(Files.readString(DATA));

        assertThat(again.get("settings")).isEqualTo(shipped.get("settings"));
        assertThat(again.get("market")).isEqualTo(shipped.get("market"));
        assertThat(again.get("nulls")).hasSize(4);
        for (JsonNode cell : again.get("nulls")) {
            JsonNode before = IntStream.range(0, shipped.get("nulls").size())
                    .mapToObj(shipped.get("nulls")::get)
                    .filter(each -> each.get("cell").equals(cell.get("cell")))
                    .findFirst()
                    .orElseThrow();
            assertThat(numbers(cell.get("seeds_funding_a_null")))
                    .as(cell.get("kind").textValue())
                    .isEqualTo(numbers(before.get("seeds_funding_a_null")).stream()
                            .filter(seed -> seed <= seeds)
                            .toList());
        }
    }

    /** Every figure of the page is one of the data beside it. */
    @Test
    void theShippedPageShowsTheShippedData() throws IOException {
        JsonNode shipped = new ObjectMapper().readTree(Files.readString(DATA));
        List<String> page = Files.readString(PAGE).lines().toList();

        assertThat(shipped.get("nulls")).hasSize(28);
        assertThat(shipped.get("power")).hasSize(32);
        for (JsonNode cell : shipped.get("nulls")) {
            String kind = cell.get("kind").textValue().replace('_', ' ');
            assertThat(page)
                    .anyMatch(line -> line.startsWith(
                                    "| " + kind + " | " + cell.get("trials").intValue() + " | ")
                            && line.contains(" " + share(cell.get("cycles_funding_a_null")) + " (")
                            && line.contains(" " + share(cell.get("nulls_funded")) + " (")
                            && line.contains("missed") != cell.get("met").booleanValue());
        }
        for (JsonNode cell : shipped.get("power")) {
            String start = String.format(
                    "| %d | %.1f |",
                    cell.get("trials").intValue(), cell.get("edge_sharpe").doubleValue());
            assertThat(page)
                    .anyMatch(line ->
                            line.startsWith(start) && line.contains(" " + share(cell.get("edges_funded")) + " ("));
        }
    }

    @Test
    void printsItsKeysInOrderAndFitsATerminal() throws IOException {
        assertThat(argus.run(options("--seeds", "2", "--trials", "1", "--kinds", "normal", "--format", "json")))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(argus.out());
        assertThat(keys(json)).containsExactly("seeds", "market", "settings", "nulls", "power");
        assertThat(keys(json.get("nulls").get(0)))
                .containsExactly(
                        "cell",
                        "kind",
                        "trials",
                        "correlation",
                        "years",
                        "cycles",
                        "cycles_funding_a_null",
                        "nulls_funded",
                        "met",
                        "seeds_funding_a_null");
        assertThat(keys(json.get("nulls").get(0).get("nulls_funded")))
                .containsExactly("count", "of", "share", "lower", "upper");
        assertThat(json.get("power")).hasSize(16);

        assertThat(argus.run(options("--seeds", "2", "--trials", "1"))).isZero();
        assertThat(argus.out().lines()).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(argus.out()).contains("short_premium", "edges funded");
    }

    @Test
    void writesBetweenTheMarksOfAPage() throws IOException {
        Path page = folder.resolve("rates.md");
        String[] few = options("--seeds", "1", "--trials", "1", "--nulls-only", "--out", page.toString());
        assertThat(argus.run(few)).isZero();
        String made = Files.readString(page);
        assertThat(made).startsWith("# Error rates\n").contains("| ar1 | 1 | - |");

        Files.writeString(page, "# Mine\n\nread me\n" + made.substring(made.indexOf("<!--")) + "\nand me\n");
        assertThat(argus.run(few)).isZero();
        assertThat(Files.readString(page)).startsWith("# Mine\n\nread me\n").endsWith("\nand me\n");
        assertThat(Files.readString(page).lines().filter(line -> line.startsWith("| ar1")))
                .hasSize(1);

        Files.writeString(page, "no marks");
        assertThat(argus.run(few)).isEqualTo(1);
        assertThat(argus.err()).contains("to write between");
        assertThat(Files.readString(page)).isEqualTo("no marks");
    }

    /** The whole study takes hours. */
    @Test
    void aPageThatTakesNoTablesIsToldBeforeTheWork() throws IOException {
        Path page = folder.resolve("rates.md");
        String none = folder.resolve("none.csv").toString();
        String[] study = {"error-rates", "--market", none, "--out", page.toString()};

        Files.writeString(page, "no marks");
        assertThat(argus.run(study)).isEqualTo(1);
        assertThat(argus.err()).contains("rates.md: has no lines").doesNotContain("none.csv");
        Files.write(page, new byte[] {(byte) 0xff});
        assertThat(argus.run(study)).isEqualTo(1);
        assertThat(argus.err()).contains("rates.md: is not UTF-8 text").doesNotContain("none.csv");
    }

    @Test
    void refusesWhatCannotBeStudied() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.yaml"), "evaluation: {allocation: null}\n");
        Path trades = Files.writeString(folder.resolve("trades.yaml"), """
                evaluation: {allocation: {}, kill_thresholds: {mc_ruin_prob_max: 0.1}}
                experiment: {mc_unit: trades}
                """);
        for (String[] wrong : new String[][] {
            {"--seeds", "0"},
            {"--kinds", "lucky"},
            {"--trials", "7"},
            {"--config", nothing.toString()},
            {"--config", trades.toString()}
        }) {
            assertThat(argus.run(options(wrong))).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(argus.err()).startsWith("error: ");
            assertThat(argus.out()).isEmpty();
        }
        assertThat(argus.run(
                        "error-rates", "--market", folder.resolve("none.csv").toString()))
                .isEqualTo(1);
    }

    private static String[] options(String... options) {
        List<String> arguments = new ArrayList<>(List.of("error-rates", "--market", MARKET, "--quiet"));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private static String share(JsonNode interval) {
        return String.format("%.2f", 100 * interval.get("share").doubleValue());
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(each -> numbers.add(each.intValue()));
        return numbers;
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
