package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.StressResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Artifacts that other programs wrote, with much missing. */
class ForeignExperimentTest {

    /** 10 000, 11 000, 8 800, 9 240: a fall of 2 200 from 11 000. */
    private static final String RETURNS =
            "\"daily_returns\": {\"dates\": [\"2024-01-02\", \"2024-01-03\", \"2024-01-04\"], \"returns\": [0.1, -0.2, 0.05]}";

    private final JsonExperimentStore store = new JsonExperimentStore();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatThePortfolioDoesNotStateFollowsFromTheDailyReturns() throws IOException {
        for (String portfolio : new String[] {"", "\"portfolio\": {\"total_trades\": 3}, "}) {
            PortfolioSummary read = portfolio("{\"result\": {" + portfolio + RETURNS + "}}");
            assertThat(read.totalReturnPercent()).isCloseTo(-7.6, within(1e-9));
            assertThat(read.finalEquity()).isCloseTo(9_240, within(1e-9));
            assertThat(read.maxDrawdown()).isCloseTo(2_200, within(1e-9));
            assertThat(read.maxDrawdownPercent()).isCloseTo(20, within(1e-9));
        }
    }

    @Test
    void whatThePortfolioStatesStands() throws IOException {
        PortfolioSummary read = portfolio(
                "{\"result\": {\"portfolio\": {\"total_return_pct\": 5, \"max_drawdown_pct\": 0}, " + RETURNS + "}}");
        assertThat(read.totalReturnPercent()).isEqualTo(5);
        assertThat(read.finalEquity()).isEqualTo(10_500);
        assertThat(read.maxDrawdownPercent()).isZero();
        assertThat(portfolio("{\"result\": {}}").totalReturnPercent()).isZero();
    }

    @Test
    void aVersionThatIsNotKnownIsRefused() throws IOException {
        for (String version : new String[] {"2", "1.5", "\"next\""}) {
            assertThatThrownBy(() -> portfolio("{\"schema_version\": " + version + ", \"result\": {}}"))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                            "schema version " + version.replace("\"", "") + "; this program reads version 1");
        }
        assertThat(portfolio("{\"schema_version\": 1, \"result\": {}}").startingCash())
                .isEqualTo(10_000);
    }

    @Test
    void whatIsOfAnotherTypeIsRefusedWithItsPath() {
        refused(
                "\"portfolio\": {\"sharpe_annualized_proxy\": \"1.5\"}",
                "result.portfolio.sharpe_annualized_proxy must be a number, not \"1.5\"");
        refused(
                RETURNS.replace("-0.2", "1e999"),
                "result.daily_returns.returns[1] must be a finite number, not one beyond 1e308");
        refused(
                "\"portfolio\": {\"final_equity\": 1e999}",
                "result.portfolio.final_equity must be a finite number, not one beyond 1e308");
        refused("\"portfolio\": 12", "result.portfolio must be an object, not 12");
        refused("\"execution\": {\"fills\": \"3\"}", "result.execution.fills must be a whole number, not \"3\"");
        refused("\"ruined\": \"no\"", "result.ruined must be true or false, not \"no\"");
        refused(RETURNS.replace("-0.2", "\"-0.2\""), "result.daily_returns.returns[1] must be a number, not \"-0.2\"");
        refused(RETURNS.replace("-0.2", "null"), "result.daily_returns.returns[1] must be a number, not null");
        refused(
                RETURNS.replace("2024-01-04", "04.01.2024"),
                "result.daily_returns.dates[2] must be a date such as 2024-01-31, not \"04.01.2024\"");
        refused(
                "\"closed_trades\": [{\"quantity\": 1}, {\"quantity\": \"1\"}]",
                "result.closed_trades[1].quantity must be a number, not \"1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"closed_trades\": [1]                  | result.closed_trades[0] must be an object, not 1",
                "\"joint_regimes\": [{}, true]           | result.joint_regimes[1] must be an object, not true",
                "\"instruments\": [\"A\", 1]             | result.instruments[1] must be a text or an object, not 1",
                "\"portfolio\": {\"regime_breakdown\": {\"bull\": true}}"
                        + " | result.portfolio.regime_breakdown.bull must be an object, not true"
            })
    void whatIsNoObjectIsRefusedWhereItStands(String result, String message) {
        // The parser makes one node of these scalars and of those.
        refusedWith("{\"strategy_params\": {\"lag\": 1, \"fast\": true}}", result, message);
    }

    @Test
    void noneOfTheManifestsListsHoldsAnythingButObjects() {
        for (String list : List.of("replay_packs", "slippage_sensitivity", "regime_stress")) {
            refusedWith(
                    "{\"strategy_params\": {\"lag\": 1}, \"" + list + "\": [1]}",
                    "",
                    "manifest." + list + "[0] must be an object, not 1");
        }
        refusedWith(
                "{\"strategy_params\": {\"lag\": 1}, \"walk_forward\": {\"windows\": [{}, 1]}}",
                "",
                "manifest.walk_forward.windows[1] must be an object, not 1");
    }

    @Test
    void aWindowOfWhichNoRunIsToldHasNone() throws IOException {
        String window =
                "{\"train_from\": \"2024-01-02\", \"from\": \"2024-01-03\", \"to\": \"2024-01-04\", \"pnl\": 1, "
                        + "\"chosen_run_id\": ";
        Files.writeString(
                folder.resolve("a_base_1.json"),
                "{\"result\": {}, \"manifest\": {\"walk_forward\": {\"windows\": [" + window + "null}, " + window
                        + "\"r1\"}]}}}");

        assertThat(store.load(folder.resolve("a_base_1.json"))
                        .experiment()
                        .stress()
                        .windows())
                .extracting(StressResult.Window::chosen)
                .containsExactly(Optional.empty(), Optional.of("r1"));
        refusedWith(
                "{\"walk_forward\": {\"windows\": [" + window + "7}]}}",
                "",
                "manifest.walk_forward.windows[0].chosen_run_id must be a text, not 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0, 9] | [1, \"2\"] | manifest.mc_bootstrap.fan.p5[1] must be a number, not \"2\"",
                "[0, 9] | [1, null]    | manifest.mc_bootstrap.fan.p5[1] must be a number, not null",
                "[0, 9] | [1]          | is no usable artifact: mc_bootstrap.fan has 2 of period and 1 of p5",
                "[0, 9.5] | [1, 2]     | is no usable artifact: mc_bootstrap.fan has the period 9.5"
            })
    void aFanOfPathsHasAFigureForEachPeriod(String periods, String lows, String message) {
        refusedWith(
                "{\"mc_bootstrap\": {\"unit\": \"daily\", \"method\": \"iid\", \"paths\": 10, \"median_return\": 0.1, \"fan\": "
                        + "{\"period\": " + periods + ", \"p5\": " + lows + ", \"p50\": [1, 2], \"p95\": [1, 3]}}}",
                "",
                message);
    }

    @Test
    void countsAreWholeAndFit() throws IOException {
        refused("\"bars_replayed\": 2.7", "result.bars_replayed must be a whole number, not 2.7");
        refused("\"bars_replayed\": 1e300", "result.bars_replayed must be a whole number, not 1.0E300");
        refused(
                "\"portfolio\": {\"total_trades\": 3000000000}",
                "result.portfolio.total_trades must be a whole number, not 3000000000");
        refusedWith(
                "{\"regime_stress\": [{\"regime\": \"bull\", \"trades\": 4294967297}]}",
                "",
                "manifest.regime_stress[0].trades must be a whole number, not 4294967297");
        assertThat(portfolio("{\"result\": {\"portfolio\": {\"total_trades\": 3.0}}}")
                        .totalTrades())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"result\": {\"a\":            | :1:17: is not JSON: it ends too early",
                "{\"result\": {~ a: 1}}         | :2:2: is not JSON: Unexpected character 'a'",
                "{\"result\": {\"a\": NaN}}      | :1:21: is not JSON: Non-standard token 'NaN'",
                "{\"result\": {\"a\": nothing}}  | :1:18: is not JSON: Unrecognized token 'nothing'",
                "{\"result\": {\"a\": 1, \"a\": 2}} | :1:24: is not JSON: Duplicate field 'a'",
                "{\"result\": {}} more           | :1:16: is not JSON: Unrecognized token 'more'"
            })
    void whatIsNotJsonIsToldInFewWords(String text, String message) {
        assertThatThrownBy(() -> portfolio(text.strip().replace("~", "\n")))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("a_base_1.json") + message);
    }

    private void refused(String result, String message) {
        assertThatThrownBy(() -> portfolio("{\"result\": {" + result + "}}"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("a_base_1.json") + ": " + message);
    }

    private void refusedWith(String manifest, String result, String message) {
        assertThatThrownBy(() -> portfolio("{\"result\": {" + result + "}, \"manifest\": " + manifest + "}"))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("a_base_1.json") + ": " + message);
    }

    private PortfolioSummary portfolio(String text) throws IOException {
        return store.load(Files.writeString(folder.resolve("a_base_1.json"), text))
                .experiment()
                .result()
                .portfolio();
    }
}
