package io.argus.app.cli;

import io.argus.app.testing.PluginJar;
import io.argus.domain.ConfigException;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.ReplaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The worked example: its code in the documentation, compiled, packed and run as a plugin. */
class PluginTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "strategy", "src", "main");
    private static final Path SOURCE = EXAMPLE.resolve("java/com/example/Breakout.java");
    private static final Pack PACK =
            Markets.pack(TradingCalendar.newYorkStockExchange(), Markets.daily("SPX", 5, 300, 0.01));

    @TempDir
    private Path folder;

    @Test
    void theDocumentationShowsTheExample() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "writing-a-strategy.md")))
                .contains("```java\n" + Files.readString(SOURCE) + "```");
    }

    @Test
    void aPluginsStrategyRunsAndItsJarIsPartOfTheRunsId() throws IOException {
        Path jar = jar("breakout.jar", "");
        StrategyCatalog catalog = catalog(jar);
        assertThat(catalog.find("Breakout")).isPresent();
        assertThat(catalog.findJarHash("Breakout").orElseThrow()).hasSize(64);
        assertThat(catalog.findJarHash("BuyAndHold")).isEmpty();
        ExperimentSpec spec = spec(catalog);
        ReplayExperimentRunner runner = new ReplayExperimentRunner(catalog, new EngineVersion("test"));
        assertThat(new ReplayExperimentRunner(catalog(jar("again.jar", "")), new EngineVersion("test"))
                        .runId(spec, PACK))
                .isEqualTo(runner.runId(spec, PACK));
        assertThat(new ReplayExperimentRunner(catalog(jar("other.jar", "changed")), new EngineVersion("test"))
                        .runId(spec, PACK))
                .isNotEqualTo(runner.runId(spec, PACK));
        assertThat(runner.run(spec, PACK, new PackReference("p", PACK.hash().hex()))
                        .result()
                        .execution()
                        .fills())
                .isPositive();
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.jar"), "no jar");
        assertRefused(file, "notes.jar is no jar that can be read");
    }

    @Test
    void aFileThatIsNotThereIsRefusedBeforeAnyCommandBegins() {
        CapturedStreams argus = new CapturedStreams();
        assertThat(argus.run(new Holder(), "--plugin", "nothing.jar")).isEqualTo(2);
        assertThat(argus.err()).contains("--plugin").contains("no such file: nothing.jar");
    }

    @Test
    void aJarWithoutStrategiesIsRefused() throws IOException {
        assertRefused(
                jarOf("empty.jar", Map.of("note.txt", "nothing")),
                "empty.jar has no strategy: an entry META-INF/services/io.argus.domain.strategy.StrategyFactory");
        assertRefused(jarOf("comment.jar", Map.of(PluginJar.SERVICE, "# none yet\n\n")), "comment.jar has no strategy");
    }

    @Test
    void aJarThatNamesAClassItDoesNotHoldIsRefused() throws IOException {
        assertRefused(
                jarOf("missing.jar", Map.of(PluginJar.SERVICE, "com.example.Missing")),
                "Provider com.example.Missing not found");
    }

    private static void assertRefused(Path jar, String why) {
        assertThatThrownBy(() -> catalog(jar))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--plugin")
                .hasMessageContaining(why);
    }

    private Path jarOf(String name, Map<String, String> entries) throws IOException {
        return PluginJar.of(folder.resolve(name), entries);
    }

    private static ExperimentSpec spec(StrategyCatalog catalog) {
        return new ExperimentSpec(
                "breakout",
                "base",
                "Breakout",
                catalog.complete(catalog.find("Breakout").orElseThrow(), Map.of("length", 5)),
                ReplaySettings.defaults(),
                42);
    }

    private static StrategyCatalog catalog(Path jar) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs("--plugin", jar.toString());
        return holder.options.catalog();
    }

    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private GlobalOptions options = new GlobalOptions();
    }

    /** The example as its own build would pack it. */
    private Path jar(String name, String extra) throws IOException {
        String service = Files.readString(EXAMPLE.resolve("resources").resolve(PluginJar.SERVICE));
        return PluginJar.compiled(folder.resolve(name), SOURCE, Map.of(PluginJar.SERVICE, service, "note.txt", extra));
    }
}
