package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Rankings that another program wrote, sized by hand beside. */
class AllocateCommandTest {

    private static final String CONFIG = """
            evaluation:
              allocation:
                kelly_fraction: 0.002
                per_play_cap: 0.07
                max_loss_per_contract: {default: 90}
              equity: 10000
              min_dsr: 0.95
            """;

    private static final String RANKINGS = """
            {"rankings": [
              {"strategy_id": "puts", "run_id": "a", "strategy_class": "P", "composite_score": 0.5, "dsr": 0.96,
               "strategy_params": {"symbol": "SPX"}, "regime_sensitivity_score": 0.8,
               "metrics": {"total_return_pct": 20.0, "max_drawdown_pct": 20.0}},
              {"strategy_id": "doubtful", "run_id": "b", "strategy_class": "P", "composite_score": 0.9, "dsr": 0.94,
               "metrics": {"total_return_pct": 90.0, "max_drawdown_pct": 5.0}},
              {"strategy_id": "dead", "run_id": "c", "strategy_class": "P", "composite_score": 0.9, "dsr": 0.99,
               "killed": true, "kill_reasons": [{"reason": "ruined", "value": null, "threshold": null}],
               "metrics": {"total_return_pct": 90.0, "max_drawdown_pct": 5.0}}
            ]}
            """;

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), CONFIG);
        Files.writeString(folder.resolve("r.json"), RANKINGS);
    }

    /**
     * mu 0.20 by the total return, sigma 0.20/2 by the drawdown, confidence 0.8: full Kelly (0.8 · 0.20) / 0.10² = 16, of
     * which 0.002 is 0.032, so 320 at risk and 3 contracts of 90.
     */
    @Test
    void theSurvivorIsSizedAsByHand() throws IOException {
        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        assertThat(plan.path("allocations").size()).isEqualTo(1);
        JsonNode only = plan.path("allocations").get(0);
        assertThat(only.path("strategy_id").textValue()).isEqualTo("puts");
        assertThat(only.path("instrument").textValue()).isEqualTo("SPX");
        assertThat(only.path("kelly_raw").doubleValue()).isCloseTo(16, within(1e-9));
        assertThat(only.path("weight").doubleValue()).isCloseTo(0.032, within(1e-8));
        assertThat(only.path("dollar_risk").doubleValue()).isCloseTo(320, within(0.01));
        assertThat(only.path("contracts").intValue()).isEqualTo(3);
        assertThat(only.path("forecast").path("mu_source").textValue()).isEqualTo("total_return_proxy");
        assertThat(only.path("forecast").path("sigma_source").textValue()).isEqualTo("drawdown_proxy");
    }

    @Test
    void whoeverLosesMoreThanEverythingInADayIsNoHistory() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "date,puts\n2020-01-02,0.01\n2020-01-03,-1.5\n");
        assertThat(allocateWith(table)).isEqualTo(1);
        assertThat(argus.err()).contains("error: --returns: puts: return on 2020-01-03 is not a return: -1.5");
    }

    /** It said that there were no returns of the first, and of runs with one day in common that they never change. */
    @Test
    void runsWithoutTwoDaysInCommonAreToldAsSuch() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "evaluation: {allocation: {method: hrp}}");
        Files.writeString(folder.resolve("r.json"), """
                {"rankings": [
                  {"strategy_id": "early", "run_id": "a", "composite_score": 0.5, "dsr": 0.96,
                   "returns_ref": {"source_file": "early.json"}},
                  {"strategy_id": "late", "run_id": "b", "composite_score": 0.4, "dsr": 0.96,
                   "returns_ref": {"source_file": "late.json"}}
                ]}
                """);
        artifact("early", "\"2020-01-02\", \"2020-01-03\"");
        artifact("late", "\"2020-01-06\", \"2020-01-07\"");
        assertThat(allocate("c.yaml")).isEqualTo(2);
        assertThat(argus.err())
                .contains("error: early, late have no two days of returns in common, and hrp needs them; methods that"
                        + " work without: fractional_kelly, equal_weight\n");

        artifact("late", "\"2020-01-03\", \"2020-01-06\"");
        assertThat(allocate("c.yaml")).isEqualTo(2);
        assertThat(argus.err()).contains("error: early, late have no two days of returns in common");
    }

    @Test
    void aLoneRunWithoutTwoDaysHasNobodyToShareThemWith() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "evaluation: {allocation: {method: hrp}}");
        Files.writeString(folder.resolve("r.json"), """
                {"rankings": [
                  {"strategy_id": "young", "run_id": "a", "composite_score": 0.5, "dsr": 0.96,
                   "returns_ref": {"source_file": "young.json"}}
                ]}
                """);
        Files.writeString(folder.resolve("young.json"), """
                {"manifest": {"run_id": "x", "strategy_class": "P"},
                 "result": {"strategy_id": "young", "portfolio": {},
                            "daily_returns": {"dates": ["2020-01-02"], "returns": [0.01]}}}
                """);
        assertThat(allocate("c.yaml")).isEqualTo(2);
        assertThat(argus.err()).contains("error: young has no two days of returns, and hrp needs them");
    }

    @Test
    void datesThatAreNoneAreBadDataAndNotWrongUsage() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "date,puts\n2020-01-02,0.01\n2020-13-03,0.02\n");
        assertThat(allocateWith(table)).isEqualTo(1);
        assertThat(argus.err())
                .contains("t.csv:3: \"2020-13-03\" is no date such as 2024-01-31 and \"2020-01-02\" before it is one");

        Files.writeString(table, "date,puts\n2020-13-02,0.01\n2020-13-03,0.02\n");
        assertThat(allocateWith(table)).isEqualTo(1);
        assertThat(argus.err())
                .contains(
                        "error: --returns: its first column must hold ISO dates, such as 2024-01-31, not 2020-13-02\n");
    }

    /** A year of it is beyond all numbers; the plan could not be written, and the error was called unexpected. */
    @Test
    void aFigureThatLeavesAllNumbersIsToldWithItsRun() throws IOException {
        Files.writeString(folder.resolve("r.json"), RANKINGS.replace("\"metrics\": {\"total_return_pct\": 20.0,", """
                "sd_daily": 1e308, "mean_daily": 0.001, "periods_per_year": 252, "metrics": {"""));
        assertThat(allocate("c.yaml")).isEqualTo(1);
        assertThat(argus.err())
                .contains(
                        "error: puts a: its figures make a return a year of 0.252 with a volatility of Infinity, which");
    }

    @Test
    void aGateThatCannotBeIsToldWithTheRankingsFile() throws IOException {
        Files.writeString(
                folder.resolve("r.json"), RANKINGS.replaceFirst("\\{", "{\"kill_thresholds\": {\"spa_p_max\": 1.5},"));
        assertThat(allocate("c.yaml")).isEqualTo(1);
        assertThat(argus.err())
                .contains("r.json: kill_thresholds: spa_p_max is a share from 0 to 1: 1.5")
                .doesNotContain("unexpected");
        assertThat(argus.run(
                        "report",
                        "--rankings",
                        folder.resolve("r.json").toString(),
                        "--out",
                        folder.resolve("r.html").toString()))
                .isEqualTo(1);
        assertThat(argus.err()).doesNotContain("unexpected");
    }

    /** The gates that are not told are the shipped ones, and the confidence of the row is the sensitivity it states. */
    @Test
    void aFingerprintDoesNotMakeARowOurs() throws IOException {
        Files.writeString(
                folder.resolve("r.json"),
                RANKINGS.replace(
                        "\"regime_sensitivity_score\": 0.8",
                        "\"regime_sensitivity_score\": 0.8, \"fingerprint\": \"abc\""));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        assertThat(plan.path("gates").path("relaxed").booleanValue()).isFalse();
        assertThat(plan.path("allocations")
                        .get(0)
                        .path("forecast")
                        .path("confidence")
                        .doubleValue())
                .isEqualTo(0.8);
    }

    @Test
    void aRankingOfOursWithoutGatesIsNotForTrading() throws IOException {
        Files.writeString(
                folder.resolve("r.json"),
                RANKINGS.replace(
                        "{\"rankings\"",
                        "{\"kill_thresholds\": {}, \"significance\": {\"benchmark\": \"cash\"}, \"rankings\""));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        assertThat(argus.out()).contains("NOT FOR TRADING");
    }

    @Test
    void aConfigurationThatTellsNoSizingIsRefused() throws IOException {
        Files.writeString(folder.resolve("none.yaml"), "experiment: {starting_cash: 10000}\n");
        Files.writeString(folder.resolve("null.yaml"), "evaluation: {allocation: null}\n");

        assertThat(allocate("none.yaml")).isEqualTo(2);
        assertThat(argus.err()).contains("none.yaml", "evaluation.allocation is missing or null");
        assertThat(allocate("null.yaml")).isEqualTo(2);
        assertThat(argus.err()).contains("null.yaml:1:");
    }

    @Test
    void stepsThatTheMethodDoesNotTakeAreTold() throws IOException {
        String allocation = "evaluation: {allocation: {method: %s, min_edge_over_cost: 0.1, vol_target_annual: 0.1,"
                + " budgets: {puts: 1}}}";
        Files.writeString(folder.resolve("equal.yaml"), allocation.formatted("equal_weight"));
        Files.writeString(folder.resolve("kelly.yaml"), allocation.formatted("fractional_kelly"));

        assertThat(allocate("equal.yaml")).as(argus.err()).isZero();
        assertThat(argus.err())
                .contains("warning: evaluation.allocation.min_edge_over_cost has no effect under method equal_weight")
                .contains("warning: evaluation.allocation.vol_target_annual has no effect under method equal_weight")
                .contains("warning: evaluation.allocation.budgets has no effect under method equal_weight");
        assertThat(allocate("kelly.yaml")).as(argus.err()).isZero();
        assertThat(argus.err())
                .contains("budgets has no effect under method fractional_kelly")
                .doesNotContain("min_edge_over_cost has no effect under method fractional_kelly");
    }

    @Test
    void aLeastRatioThatNothingReachesIsSaid() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), CONFIG.replace("min_dsr: 0.95", "min_dsr: 1.5"));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();
        assertThat(argus.err()).contains("evaluation.min_dsr 1.5 admits nothing");
    }

    @Test
    void aMaxLossOfZeroCountsNoContracts() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), CONFIG.replace("{default: 90}", "0"));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        assertThat(plan.path("allocations").get(0).path("contracts").isNull()).isTrue();
    }

    @Test
    void aRunThatIsRankedTwiceCountsOnceAndIsTold() throws IOException {
        String twice = RANKINGS.replace("\"doubtful\", \"run_id\": \"b\"", "\"puts\", \"run_id\": \"a\"");
        Files.writeString(folder.resolve("r.json"), twice.replace("\"dsr\": 0.94", "\"dsr\": 0.97"));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        assertThat(plan.path("allocations").size()).isEqualTo(1);
        assertThat(argus.err()).contains("puts, run a, stands in the ranking twice");
    }

    @Test
    void theTableNamesTheStepThatDecidedAndNotTheCountOfContracts() {
        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        assertThat(argus.out().lines().filter(line -> line.startsWith("puts")))
                .singleElement()
                .asString()
                .endsWith("kelly fraction");
    }

    @Test
    void theTableSaysWhyAForecastWithoutRiskGetsNothing() throws IOException {
        Files.writeString(
                folder.resolve("r.json"),
                RANKINGS.replace(
                        "\"regime_sensitivity_score\": 0.8",
                        "\"mean_daily\": 0.001, \"sd_daily\": 0.0, \"periods_per_year\": 252"));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        assertThat(argus.out().lines().filter(line -> line.startsWith("puts")))
                .singleElement()
                .asString()
                .endsWith("unusable forecast");
    }

    @Test
    void nobodyAdmittedMeansAnEmptyPlanWithItsReason() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), CONFIG.replace("min_dsr: 0.95", "min_dsr: 1"));

        assertThat(allocate("c.yaml")).as(argus.err()).isZero();

        JsonNode plan = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
        assertThat(plan.path("allocations").isEmpty()).isTrue();
        assertThat(plan.path("empty_reason").textValue()).contains("1 killed");
    }

    @Test
    void aSlipInTheConfigurationLeavesThePlanAlone() throws IOException {
        Files.writeString(folder.resolve("plan.json"), "yesterday's");
        Files.writeString(folder.resolve("bad.yaml"), CONFIG.replace("equity: 10000", "equity: -1"));

        assertThat(allocate("bad.yaml")).isEqualTo(2);

        assertThat(argus.err()).contains("bad.yaml:6:").contains("equity");
        assertThat(folder.resolve("plan.json")).hasContent("yesterday's");
    }

    @Test
    void aRankingsFileThatIsNoneFailsWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("r.json"), "{\n  \"rankings\": [\n");

        assertThat(allocate("c.yaml")).isEqualTo(1);

        assertThat(argus.err()).contains("r.json");
    }

    private void artifact(String strategy, String dates) throws IOException {
        Files.writeString(folder.resolve(strategy + ".json"), """
                {"manifest": {"run_id": "x", "strategy_class": "P"},
                 "result": {"strategy_id": "%s", "portfolio": {},
                            "daily_returns": {"dates": [%s], "returns": [0.01, -0.02]}}}
                """.formatted(strategy, dates));
    }

    private int allocateWith(Path returns) {
        return argus.run(
                "allocate",
                "--rankings",
                folder.resolve("r.json").toString(),
                "--config",
                folder.resolve("c.yaml").toString(),
                "--returns",
                returns.toString());
    }

    private int allocate(String config) {
        return argus.run(
                "allocate",
                "--rankings",
                folder.resolve("r.json").toString(),
                "--config",
                folder.resolve(config).toString(),
                "--out",
                folder.resolve("plan.json").toString());
    }
}
