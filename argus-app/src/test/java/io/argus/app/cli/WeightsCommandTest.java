package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.domain.returns.ReturnTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WeightsCommandTest {

    /** Uncorrelated, of variances 4/3 and 16/3 (in 1e-4) with divisor T-1. */
    private static final ReturnTable TABLE =
            ReturnTable.of(List.of("1", "2", "3", "4"), List.of("calm", "wild"), new double[][] {
                {0.01, 0.01, -0.01, -0.01}, {0.02, -0.02, 0.02, -0.02}
            });

    private final CapturedStreams streams = new CapturedStreams();

    @Test
    void printsItsKeysInOrder() throws IOException {
        assertThat(run(TABLE, "--method", "inverse_volatility", "--format", "json"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(streams.out());
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
        JsonNode byPlace = new ObjectMapper().readTree(streams.out());
        assertThat(byPlace.get("weights").get(0).get("risk_contribution").doubleValue())
                .isCloseTo(0.8, within(1e-12));
        streams.forgetOut();
        assertThat(run(TABLE, "--method", "risk_parity", "--budgets", "wild=1,calm=4", "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper()
                        .readTree(streams.out())
                        .get("weights")
                        .get(0)
                        .get("weight")
                        .doubleValue())
                .isCloseTo(byPlace.get("weights").get(0).get("weight").doubleValue(), within(1e-12));
        assertThat(streams.err()).contains("budgets sum to 5.0 and were divided by it");
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
            streams.forgetOut();
            assertThat(run(TABLE, "--method", method, "--covariance", "oas", "--cap", "0.6"))
                    .as(method)
                    .isZero();
            assertThat(streams.out()).contains("calm", "wild", method).doesNotContain("NaN");
            assertThat(streams.out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
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
        assertThat(streams.err().lines()).hasSize(8);
        streams.forgetErr();
        ReturnTable still = ReturnTable.of(List.of("1", "2"), List.of("a", "still"), new double[][] {
            {0.01, 0.02}, {0.01, Math.nextUp(0.01)}
        });
        assertThat(run(still, "--method", "equal_weight")).isEqualTo(1);
        assertThat(streams.err()).contains("column still never changes");
        assertThat(run(ReturnTable.of(List.of("1"), List.of("a"), new double[][] {{0.01}}), "--method", "hrp"))
                .isEqualTo(1);
        assertThat(streams.out()).isEmpty();
    }

    private int run(ReturnTable table, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--returns", "any.csv"));
        arguments.addAll(List.of(options));
        return streams.run(new WeightsCommand(streams.terminal(), file -> table), arguments.toArray(String[]::new));
    }
}
