package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Stage;
import io.argus.app.research.Ports;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();

    /** An artifact of another program: no daily returns, no Monte Carlo. */
    @Test
    void thresholdsOfAFileTakeThePlaceOfTheShippedOnes() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/cross_base_1.json"),
                "{\"result\": {\"strategy_id\": \"cross\", \"portfolio\": {\"total_return_pct\": 12,"
                        + " \"total_trades\": 40, \"sharpe_annualized_proxy\": 1.5}}}");
        assertThat(run("--observations", "750", "--periods-per-year", "252")).isZero();
        assertThat(streams.out()).contains("\"spa_p_max\" : 0.05").doesNotContain("mc_ruin_prob_max");

        Path gates = Files.writeString(folder.resolve("gates.yaml"), "{mc_ruin_prob_max: 0.1, dsr_min: null}");
        streams.forgetOut();
        assertThat(run("--kill-thresholds", gates.toString())).isZero();
        assertThat(streams.out())
                .contains("\"reason\" : \"mc_ruin_prob_max\"", "the artifact has no mc_bootstrap")
                .doesNotContain("dsr_below_threshold");

        Files.writeString(gates, "{spa_p_max: 3}");
        assertThat(run("--kill-thresholds", gates.toString())).isEqualTo(2);
        assertThat(streams.err()).contains("gates.yaml").contains("share from 0 to 1");

        Files.writeString(gates, "dsr_min 0.5");
        streams.forgetErr();
        assertThat(run("--kill-thresholds", gates.toString())).isEqualTo(2);
        assertThat(streams.err()).isEqualTo("error: " + gates + ":1:1: the file takes keys with values\n");
    }

    @Test
    void aReturnThatNobodyCanHaveHadIsRefusedWithItsDay() throws IOException {
        Path artifact = Files.createDirectory(folder.resolve("in")).resolve("cross_base_1.json");
        for (String wrong : List.of("1e308", "4294967297", "-1.5")) {
            Files.writeString(
                    artifact,
                    "{\"result\": {\"daily_returns\": {\"dates\": [\"2024-01-02\", \"2024-01-03\"], \"returns\": [0.1, "
                            + wrong + "]}}}");
            streams.forgetErr();

            assertThat(run()).isEqualTo(1);
            assertThat(streams.err())
                    .startsWith(
                            "error: " + artifact + ": is no usable artifact: return on 2024-01-03 is not a return: ");
        }
    }

    /** Its fingerprint makes no run of ours of it, and a null would read as too few joint states. */
    @Test
    void nothingIsSaidOfJointStatesThatAnArtifactDoesNotTell() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/cross_base_1.json"),
                "{\"result\": {\"strategy_id\": \"cross\", \"fingerprint\": \"abc\", \"portfolio\": {\"total_return_pct\": 12,"
                        + " \"regime_breakdown\": {\"up\": {\"pnl\": 70, \"bars\": 10}, \"down\": {\"pnl\": 50, \"bars\": 10}}}}}");

        assertThat(run("--observations", "750", "--periods-per-year", "252")).isZero();

        assertThat(streams.out())
                .contains("\"regime_sensitivity_score\" : 0.83")
                .doesNotContain("joint_regime_sensitivity");
    }

    @Test
    void whatIsNoArtifactIsNamedAndSkipped() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("list.json"), "[]");
        Files.writeString(in.resolve("nothing.json"), "{}");
        Files.writeString(in.resolve("strategy_rankings_20240101.json"), "{\"rankings\": []}");
        Files.writeString(in.resolve(".hidden.json"), "not JSON");
        Files.createDirectory(in.resolve("folder.json"));

        assertThat(run()).isEqualTo(1);
        assertThat(streams.err()).contains("error: " + in + ": holds no experiment artifacts (*.json)");

        Files.writeString(in.resolve("a_base_1.json"), "{\"result\": {\"strategy_id\": \"a\"}}");
        streams.forgetErr();
        assertThat(run()).isZero();
        assertThat(streams.err().lines())
                .containsExactly(
                        "warning: " + in.resolve("list.json") + " is no experiment artifact: skipped",
                        "warning: " + in.resolve("nothing.json") + " is no experiment artifact: skipped",
                        "warning: " + in.resolve("strategy_rankings_20240101.json")
                                + " is no experiment artifact: skipped");
        assertThat(streams.out()).contains("\"experiment_count\" : 1");
    }

    @Test
    void aDamagedArtifactIsAnError() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a_base_1.json"), "{\"result\": {\"strategy_id\": \"a\"}}");
        Path damaged = Files.writeString(in.resolve("b_base_2.json"), "{\"result\": {\"strategy_id\": ");
        assertThat(run()).isEqualTo(1);
        assertThat(streams.err()).contains("error: " + damaged + ":1:28: is not JSON: it ends too early");

        Files.writeString(damaged, "{\"manifest\": {\"run_id\": \"2\"}}");
        assertThat(run()).isEqualTo(1);
        assertThat(streams.err()).contains("error: " + damaged + ": is no experiment artifact: it has no \"result\"");
    }

    private int run(String... options) {
        Ports ports = Guice.createInjector(Stage.PRODUCTION, new AdapterModule(), new AbstractModule() {
                    @Provides
                    Terminal terminal() {
                        return streams.terminal();
                    }
                })
                .getInstance(Ports.class);
        List<String> arguments =
                new ArrayList<>(List.of("--input", folder.resolve("in").toString(), "--format", "json"));
        arguments.addAll(Arrays.asList(options));
        return streams.run(new EvaluateCommand(streams.terminal(), ports), arguments.toArray(String[]::new));
    }
}
