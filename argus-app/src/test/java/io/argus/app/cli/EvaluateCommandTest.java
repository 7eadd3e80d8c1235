package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Stage;
import io.argus.app.research.Ports;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** An artifact of another program: no daily returns, no Monte Carlo. */
    @Test
    void thresholdsOfAFileTakeThePlaceOfTheShippedOnes() throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/cross_base_1.json"),
                "{\"result\": {\"strategy_id\": \"cross\", \"portfolio\": {\"total_return_pct\": 12,"
                        + " \"total_trades\": 40, \"sharpe_annualized_proxy\": 1.5}}}");
        assertThat(run("--observations", "750", "--periods-per-year", "252")).isZero();
        assertThat(text(out)).contains("\"spa_p_max\" : 0.05").doesNotContain("mc_ruin_prob_max");

        Path gates = Files.writeString(folder.resolve("gates.yaml"), "{mc_ruin_prob_max: 0.1, dsr_min: null}");
        out.reset();
        assertThat(run("--kill-thresholds", gates.toString())).isZero();
        assertThat(text(out))
                .contains("\"reason\" : \"mc_ruin_prob_max\"", "the artifact has no mc_bootstrap")
                .doesNotContain("dsr_below_threshold");

        Files.writeString(gates, "{spa_p_max: 3}");
        assertThat(run("--kill-thresholds", gates.toString())).isEqualTo(2);
        assertThat(text(err)).contains("gates.yaml").contains("share from 0 to 1");
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

        assertThat(text(out))
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
        assertThat(text(err)).contains("error: " + in + ": holds no experiment artifacts (*.json)");

        Files.writeString(in.resolve("a_base_1.json"), "{\"result\": {\"strategy_id\": \"a\"}}");
        err.reset();
        assertThat(run()).isZero();
        assertThat(text(err).lines())
                .containsExactly(
                        "warning: " + in.resolve("list.json") + " is no experiment artifact: skipped",
                        "warning: " + in.resolve("nothing.json") + " is no experiment artifact: skipped",
                        "warning: " + in.resolve("strategy_rankings_20240101.json")
                                + " is no experiment artifact: skipped");
        assertThat(text(out)).contains("\"experiment_count\" : 1");
    }

    @Test
    void aDamagedArtifactIsAnError() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.writeString(in.resolve("a_base_1.json"), "{\"result\": {\"strategy_id\": \"a\"}}");
        Path damaged = Files.writeString(in.resolve("b_base_2.json"), "{\"result\": {\"strategy_id\": ");
        assertThat(run()).isEqualTo(1);
        assertThat(text(err)).contains("error: " + damaged + ":1:28: is not JSON: it ends too early");

        Files.writeString(damaged, "{\"manifest\": {\"run_id\": \"2\"}}");
        assertThat(run()).isEqualTo(1);
        assertThat(text(err)).contains("error: " + damaged + ": is no experiment artifact: it has no \"result\"");
    }

    private int run(String... options) {
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(results, messages, InstantSource.system(), false, Ansi.OFF);
        Ports ports = Guice.createInjector(Stage.PRODUCTION, new AdapterModule(), new AbstractModule() {
                    @Provides
                    Terminal terminal() {
                        return terminal;
                    }
                })
                .getInstance(Ports.class);
        Failures failures = new Failures(terminal);
        List<String> arguments =
                new ArrayList<>(List.of("--input", folder.resolve("in").toString(), "--format", "json"));
        arguments.addAll(Arrays.asList(options));
        return new CommandLine(new EvaluateCommand(terminal, ports))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments.toArray(String[]::new));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
