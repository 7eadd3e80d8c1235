package io.argus.app.cli;

import io.argus.app.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A user's strategy that computes for ever without asking its market. */
@Timeout(120)
class UnansweringPluginTest {

    private static final String SOURCE = """
            package stuck;

            import io.argus.domain.strategy.*;
            import java.util.List;

            public final class Stuck implements StrategyFactory {

                @Override
                public StrategyDescriptor descriptor() {
                    return new StrategyDescriptor(
                            "Stuck",
                            "computes for ever from some bar on",
                            List.of(ParameterDescriptor.integer("from", 2, 1, 9, "the bar")));
                }

                @Override
                public Strategy create(Parameters parameters) {
                    return market -> {
                        String symbol = market.instruments().get(0).symbol();
                        if (market.bars(symbol).size() >= parameters.getInteger("from")) {
                            while (!Boolean.getBoolean("stuck.released")) {
                                Thread.onSpinWait();
                            }
                        }
                        return List.of();
                    };
                }
            }
            """;

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();
    private String jar = "";

    @BeforeEach
    void aPluginAndAPack() throws IOException {
        System.clearProperty("stuck.released");
        Path source = Files.writeString(
                Files.createDirectories(folder.resolve("stuck")).resolve("Stuck.java"), SOURCE);
        jar = PluginJar.compiled(folder.resolve("stuck.jar"), source, Map.of(PluginJar.SERVICE, "stuck.Stuck"))
                .toString();
        Path bars = Files.writeString(folder.resolve("bars.csv"), """
                date,open,high,low,close,volume
                2020-01-02,100,101,99,100.5,1000
                2020-01-03,100.5,102,100,101,1000
                2020-01-06,101,103,100.5,102,1000
                """);
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        bars.toString(),
                        "--symbol",
                        "X",
                        "--bar-duration",
                        "1d",
                        "--out",
                        pack()))
                .as(argus.err())
                .isZero();
    }

    /** Left alone they would take the processors from other tests. */
    @AfterEach
    void release() {
        System.setProperty("stuck.released", "true");
    }

    @Test
    void itsRunFailsAloneAndTheSweepGoesOn() throws IOException {
        Path sweep = Files.writeString(folder.resolve("sweep.yaml"), "from: [1, 2, 9]\n");
        int code = argus.run(
                "experiment",
                "--plugin",
                jar,
                "--plugin-timeout",
                "1s",
                "--strategy",
                "Stuck",
                "--sweep",
                sweep.toString(),
                "--pack",
                pack(),
                "--out",
                folder.resolve("runs").toString());
        assertThat(code).as(argus.err()).isEqualTo(1);
        assertThat(argus.err().lines().filter(line -> line.contains("did not come back from a call for 1 s")))
                .hasSize(2);
        assertThat(argus.err()).contains("from=1", "from=2").doesNotContain("from=9");
        assertThat(argus.out()).contains("from=9").doesNotContain("from=2");
    }

    @Test
    void itsAuditComesToAnEnd() {
        assertThat(argus.run(
                        "verify", "--plugin", jar, "--plugin-timeout", "1s", "--strategy", "Stuck", "--pack", pack()))
                .isEqualTo(1);
        assertThat(argus.err()).startsWith("error: the strategy did not come back from a call for 1 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "7d", "99999d"})
    void aTimeoutIsMoreThanNothingAndAtMostADay(String timeout) {
        assertThat(argus.run(
                        "verify",
                        "--plugin",
                        jar,
                        "--plugin-timeout",
                        timeout,
                        "--strategy",
                        "Stuck",
                        "--pack",
                        pack()))
                .isEqualTo(2);
        assertThat(argus.err()).contains("--plugin-timeout: takes more than nothing and at most 1d");
    }

    private String pack() {
        return folder.resolve("x.json").toString();
    }
}
