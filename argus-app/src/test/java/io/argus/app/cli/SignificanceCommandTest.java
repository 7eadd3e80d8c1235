package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.terminal.Terminal;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.returns.ReturnTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignificanceCommandTest {

    private final CapturedStreams streams = new CapturedStreams();

    /** Scripts rely on these keys and on their order. */
    @Test
    void printsItsKeysInOrder() throws IOException {
        assertThat(run(table(12, 200), "--format", "json")).isZero();
        JsonNode json = json();
        assertThat(keys(json))
                .startsWith(
                        "observations",
                        "n_trials",
                        "n_effective",
                        "sharpe_variance",
                        "sharpe_threshold",
                        "inference",
                        "best",
                        "trials",
                        "pbo",
                        "reality_check",
                        "spa",
                        "stepm",
                        "block_length");
        assertThat(keys(json.get("trials").get(0)))
                .startsWith("name", "sharpe", "skewness", "kurtosis", "psr", "dsr", "min_track_record");
        assertThat(keys(json.get("pbo")))
                .startsWith("splits", "combinations", "pbo", "mean_logit", "slope", "probability_of_loss");
        assertThat(keys(json.get("reality_check"))).containsExactly("statistic", "p_value");
        assertThat(keys(json.get("spa"))).containsExactly("statistic", "p_lower", "p_consistent", "p_upper");
        assertThat(keys(json.get("stepm"))).containsExactly("alpha", "survivors");
        assertThat(keys(json.get("block_length"))).containsExactly("stationary", "circular", "used");
        assertThat(json.get("observations").intValue()).isEqualTo(200);
        assertThat(json.get("n_trials").intValue()).isEqualTo(12);
        assertThat(json.get("pbo").get("combinations").intValue()).isEqualTo(12_870);
        assertThat(json.get("spa").get("p_consistent").doubleValue()).isBetween(1 / 1001.0, 1.0);
    }

    @Test
    void fewerTrialsThanColumnsAreToldToFlatter() {
        assertThat(run(table(12, 200), "--trials", "2")).isZero();
        assertThat(streams.err()).contains("--trials 2 is below the 12 columns");

        streams.forgetErr();
        assertThat(run(table(12, 200), "--trials", "100")).isZero();
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void whatCannotBeComputedIsNullWithAReason() throws IOException {
        ReturnTable constant = ReturnTable.of(labels(30), List.of("flat"), new double[1][30]);
        assertThat(run(constant, "--format", "json")).isZero();
        JsonNode json = json();
        assertThat(json.get("best").isNull()).isTrue();
        assertThat(json.get("n_effective").isNull()).isTrue();
        JsonNode trial = json.get("trials").get(0);
        assertThat(trial.get("sharpe").isNull()).isTrue();
        assertThat(trial.get("reason").textValue()).contains("do not vary");
        assertThat(json.get("pbo").get("pbo").isNull()).isTrue();
        assertThat(json.get("pbo").get("reason").textValue()).contains("at least two");
        assertThat(json.get("spa").get("p_consistent").isNull()).isTrue();
        assertThat(json.get("stepm").get("survivors").isNull()).isTrue();
        assertThat(json.get("block_length").get("used").isNull()).isTrue();

        streams.forgetOut();
        assertThat(run(constant)).isZero();
        assertThat(streams.out().replaceAll("\\s+", " "))
                .contains("No trial has a Sharpe ratio: the returns do not vary.");
    }

    @Test
    void optionsChangeWhatTheySay() throws IOException {
        run(table(3, 80), "--format", "json", "--trials", "500", "--block-length", "7", "--inference", "null_2025");
        JsonNode json = json();
        assertThat(json.get("n_trials").intValue()).isEqualTo(500);
        assertThat(json.get("block_length").get("used").doubleValue()).isEqualTo(7);
        assertThat(json.get("inference").textValue()).isEqualTo("null_2025");
        streams.forgetOut();
        run(table(3, 80), "--format", "json", "--benchmark", "t0", "--alpha", "0.1", "--splits", "8");
        json = json();
        assertThat(json.get("trials")).hasSize(2);
        assertThat(json.get("benchmark").textValue()).isEqualTo("t0");
        assertThat(json.get("stepm").get("alpha").doubleValue()).isEqualTo(0.1);
        assertThat(json.get("pbo").get("combinations").intValue()).isEqualTo(70);
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        run(table(7, 120), "--format", "json", "--threads", "1");
        String one = streams.out();
        streams.forgetOut();
        run(table(7, 120), "--format", "json", "--threads", "5");
        assertThat(streams.out()).isEqualTo(one);
    }

    @Test
    void tellsAPersonWhatTheBestIsWorthWithinTheWidthOfATerminal() {
        run(table(40, 300), "--periods-per-year", "252");
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(streams.out().replaceAll("\\s+", " "))
                .containsPattern("Of 40 trials the best, t\\d+, has a [0-9.]+ % chance of a true Sharpe ratio above")
                .contains("... and 20 more")
                .contains("of 12870 splits (PBO)")
                .contains("StepM selects");
    }

    @Test
    void refusesWrongOptionsBeforeReadingAnything() {
        for (String[] wrong : new String[][] {
            {"--splits", "15"},
            {"--splits", "18"},
            {"--bootstrap", "0"},
            {"--alpha", "0.6"},
            {"--alpha", "1e-17"},
            {"--block-length", "soon"},
            {"--block-length", "0.5"},
            {"--inference", "classic"},
            {"--trials", "0"},
            {"--periods-per-year", "-1"},
            {"--benchmark", "t9"}
        }) {
            streams.forgetErr();
            assertThat(run(table(2, 40), wrong)).isEqualTo(2);
            assertThat(streams.err()).contains(wrong[0]);
            assertThat(streams.out()).isEmpty();
        }
    }

    private int run(ReturnTable table, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--returns", "any.csv"));
        arguments.addAll(Arrays.asList(options));
        return streams.run(
                new SignificanceCommand(streams.terminal(), file -> table), arguments.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(streams.out());
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static ReturnTable table(int trials, int rows) {
        RandomStream random = new RandomStreams(9).stream(0);
        double[][] columns = new double[trials][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> 0.01 * random.nextGaussian());
        }
        return ReturnTable.of(
                labels(rows), IntStream.range(0, trials).mapToObj(i -> "t" + i).toList(), columns);
    }

    private static List<String> labels(int rows) {
        return IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    }
}
