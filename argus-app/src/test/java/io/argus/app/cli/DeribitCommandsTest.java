package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.argus.app.recording.SimulatedExchange;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands against the simulator. */
class DeribitCommandsTest {

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();
    private final Injector injector = Guice.createInjector(
            Stage.PRODUCTION, new AdapterModule(), new ExchangeModule(), streams, new CommandModule());
    private final SimulatedExchange simulator =
            injector.getInstance(SimulatedExchange.Starter.class).start(0, Optional.empty());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void instrumentsAreListedInATable() {
        assertThat(argus("instruments", "--kind", "option")).isZero();

        assertThat(streams.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
        assertThat(streams.out()).contains("BTC-").contains("inverse").doesNotContain("PERPETUAL");
    }

    @Test
    void instrumentsAreListedAsJson() {
        assertThat(argus("instruments", "--kind", "perpetual", "--format", "json"))
                .isZero();

        assertThat(streams.out()).contains("\"symbol\" : \"BTC-PERPETUAL\"").contains("\"multiplier\" : 10.0");
    }

    @Test
    void aChainIsATableOfVolatilities() {
        assertThat(argus("chain")).isZero();

        assertThat(streams.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
        assertThat(streams.out()).contains("BTC-PERPETUAL at ").containsPattern("90000 +[0-9]{2}\\.[0-9]");
    }

    @Test
    void aChainAsJsonLeavesOutWhatIsAbsent() {
        assertThat(argus("chain", "--format", "json")).isZero();

        assertThat(streams.out()).contains("\"recv_ts_ms\"").contains("\"iv\"").doesNotContain("NaN", "delta");
    }

    @Test
    void aRecordingIsAPack() {
        Path pack = folder.resolve("btc.pack");

        assertThat(argus("record", "--out", pack.toString(), "--intervals", "1", "--history", "2h"))
                .isZero();

        Pack recorded = injector.getInstance(PackStore.class).load(pack);
        assertThat(recorded.chains()).hasSize(1);
        assertThat(recorded.bars().get(0).size()).isBetween(119, 121);
        assertThat(recorded.labels()).containsKey(Pack.SYNTHETIC);
        assertThat(streams.out()).startsWith("1 interval in ");
    }

    /** As a recording leaves it that was killed before its parts were first merged. */
    @Test
    void aPackThatIsNothingButPartsIsInspected() throws IOException {
        Path pack = folder.resolve("btc.pack");
        assertThat(argus("record", "--out", pack.toString(), "--intervals", "1", "--history", "2h"))
                .isZero();
        Path parts = Files.createDirectories(PackStore.parts(pack));
        Files.move(pack, parts.resolve("1.pack"));

        assertThat(Argus.commandLine(injector).execute("pack", "inspect", pack.toString()))
                .isZero();

        assertThat(streams.out()).contains(Files.size(parts.resolve("1.pack")) + " bytes");
    }

    /** From its second interval on the trades are listened to. */
    @Test
    void aRecordingLeavesNoConnectionAndNoThread() {
        Path pack = folder.resolve("btc.pack");

        assertThat(argus("record", "--out", pack.toString(), "--intervals", "2", "--every", "1s", "--history", "2h"))
                .isZero();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("argus-deribit"));
        assertThat(streams.err()).doesNotContain("missed");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(argus("record", "--out", "x.pack", "--every", "soon")).isEqualTo(2);
        assertThat(argus("record", "--out", "x.pack", "--every", "0s")).isEqualTo(2);
        assertThat(argus("instruments", "--kind", "bond")).isEqualTo(2);
        assertThat(argus("chain", "--currency", "DOGE")).isEqualTo(1);
        assertThat(streams.err().lines()).hasSize(4);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(Argus.commandLine(injector)
                        .execute("deribit", "chain", "--currency", "BTC", "--base-url", "ftp://x"))
                .isEqualTo(2);
        assertThat(streams.err()).contains("--base-url");
    }

    private int argus(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("deribit", command));
        all.addAll(List.of(arguments));
        if (!all.contains("--currency")) {
            all.addAll(List.of("--currency", "BTC"));
        }
        all.addAll(List.of("--base-url", simulator.address()));
        return Argus.commandLine(injector).execute(all.toArray(String[]::new));
    }
}
