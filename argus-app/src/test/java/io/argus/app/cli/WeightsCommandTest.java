package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.terminal.Terminal;
import io.argus.domain.returns.ReturnTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WeightsCommandTest {

    /** Uncorrelated, of variances 4/3 and 16/3 (in 1e-4) with divisor T-1. */
    private static final ReturnTable TABLE =
            ReturnTable.of(List.of("1", "2", "3", "4"), List.of("calm", "wild"), new double[][] {
                {0.01, 0.01, -0.01, -0.01}, {0.02, -0.02, 0.02, -0.02}
            });

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsItsKeysInOrder() throws IOException {
        assertThat(run(TABLE, "--method", "inverse_volatility", "--format", "json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.fieldNames()).toIterable().containsExactly("method", "covariance", "volatility", "weights");
        assertThat(json.get("covariance").fieldNames()).toIterable().containsExactly("estimator", "shrinkage");
        assertThat(json.get("weights").get(0).fieldNames())
                .toIterable()
                .containsExactly("name", "weight", "risk_contribution");
        assertThat(json.get("weights").get(0).get("weight").doubleValue()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(json.get("weights").get(1).get("risk_contribution").doubleValue())
                .isCloseTo(0.5, within(1e-15));
        double variance = (4 * 4 / 3.0 + 16 / 3.0) / 9 * 1e-4;
        assertThat(json.get("volatility").doubleValue()).isCloseTo(Math.sqrt(variance), within(1e-15));
    }

    @Test
    void takesBudgetsByPlaceAndByName() throws IOException {
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "0.8,0.2", "--format", "json"))
                .isZero();
        JsonNode byPlace = new ObjectMapper().readTree(out.toByteArray());
        assertThat(byPlace.get("weights").get(0).get("risk_contribution").doubleValue())
                .isCloseTo(0.8, within(1e-12));
        out.reset();
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "wild=1,calm=4", "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper()
                        .readTree(out.toByteArray())
                        .get("weights")
                        .get(0)
                        .get("weight")
                        .doubleValue())
                .isCloseTo(byPlace.get("weights").get(0).get("weight").doubleValue(), within(1e-12));
        assertThat(text(err)).contains("budgets sum to 5.0 and were divided by it");
    }

    @Test
    void everyMethodPrintsATable() {
        for (String method : List.of(
                "fractional_kelly",
                "equal_weight",
                "inverse_volatility",
                "minimum_variance",
                "risk_parity",
                "hrp",
                "kelly_covariance")) {
            out.reset();
            assertThat(run(TABLE, "--method", method, "--covariance", "oas", "--cap", "0.6"))
                    .as(method)
                    .isZero();
            assertThat(text(out)).contains("calm", "wild", method).doesNotContain("NaN");
            assertThat(text(out).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void refusesWhatItCannotDoInOneLine() {
        assertThat(run(TABLE, "--method", "magic")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "hrp", "--covariance", "magic")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "hrp", "--cap", "1.5")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "hrp", "--budgets", "1,1")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "1")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "-1,2")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "tame=1")).isEqualTo(2);
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "a,b")).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(8);
        err.reset();
        ReturnTable still =
                ReturnTable.of(List.of("1", "2"), List.of("a", "still"), new double[][] {{0.01, 0.02}, {0.01, 0.01}});
        assertThat(run(still, "--method", "equal_weight")).isEqualTo(1);
        assertThat(text(err)).contains("column still never changes");
        assertThat(run(ReturnTable.of(List.of("1"), List.of("a"), new double[][] {{0.01}}), "--method", "hrp"))
                .isEqualTo(1);
        assertThat(text(out)).isEmpty();
    }

    private int run(ReturnTable table, String... options) {
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(results, messages, () -> Instant.EPOCH, false, Ansi.OFF);
        Failures failures = new Failures(terminal);
        List<String> arguments = new ArrayList<>(List.of("--returns", "any.csv"));
        arguments.addAll(List.of(options));
        return new CommandLine(new WeightsCommand(terminal, file -> table))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments.toArray(String[]::new));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
