package io.argus.app.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.process.LaunchedArgus.Ended;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes where: results, messages, colour, and bars that are larger than the memory they get. */
class StreamsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void helpAndVersionAreResults() {
        Ended help = LaunchedArgus.in(folder).run("--help");
        Ended version = LaunchedArgus.in(folder).run("--version");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("research", "Example:");
        assertThat(version.out()).startsWith("argus ");
        assertThat(help.err() + version.err()).isEmpty();
    }

    @Test
    void jsonIsJsonAndNothingElse() throws IOException {
        Ended ended = LaunchedArgus.in(folder).run("strategies", "--format", "json");

        JsonNode listed = JSON.readTree(ended.out());
        assertThat(ended.exit()).isZero();
        assertThat(listed.toString()).contains("\"SmaCross\"");
    }

    @Test
    void whatAPluginPrintsIsNoResult() throws IOException {
        String plugin = ChattyPlugin.in(folder).toString();

        Ended listed = LaunchedArgus.in(folder).run("strategies", "--plugin", plugin, "--format", "json");

        assertThat(listed.exit()).as(listed.err()).isZero();
        assertThat(JSON.readTree(listed.out()).toString()).contains("\"Chatty\"");
        assertThat(listed.err()).contains("chatty is described");
    }

    @Test
    void anAuditTellsOrdersInWordsWithinTheWidth() throws IOException {
        String plugin = ChattyPlugin.in(folder).toString();
        Files.writeString(folder.resolve("bars.csv"), Workspace.FEW_BARS);
        assertThat(LaunchedArgus.in(folder)
                        .run("pack build --bars bars.csv --symbol X --bar-duration 1d --out x.json".split(" "))
                        .exit())
                .isZero();

        Ended ended = LaunchedArgus.in(folder)
                .run("verify", "--strategy", "Chatty", "--plugin", plugin, "--pack", "x.json", "--cuts", "2");

        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out()).containsPattern("BUY \\d X at the market \\(a name\\\\nthat goes on and");
        assertThat(ended.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(ended.err()).contains("chatty decides");
    }

    @Test
    void thereIsNoColourWhereThereIsNoTerminal() {
        Ended plain = LaunchedArgus.in(folder).run("strategies");
        Ended told = LaunchedArgus.in(folder).with("NO_COLOR", "1").run("strategies", "--colour");

        assertThat(plain.out()).contains("SmaCross").doesNotContain("\u001b");
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.err()).doesNotContain("\u001b");
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        Ended ended = LaunchedArgus.in(folder).run("strategies", "--format", "yaml");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.errors()).singleElement().asString().contains("yaml", "text", "json");
    }

    @Test
    void completionIsAScriptThatTheShellReads() throws IOException {
        Ended script = LaunchedArgus.in(folder).run("completion", "bash");
        Path file = Files.writeString(folder.resolve("completion.sh"), script.out());

        Ended read = LaunchedArgus.started(folder, List.of("bash", "-n", file.toString()))
                .end(60);
        Ended other = LaunchedArgus.in(folder).run("completion", "fish");

        assertThat(script.exit()).isZero();
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.errors()).singleElement().asString().contains("bash", "zsh", "fish");
    }

    /** The text would fill the memory by itself; what is kept of it is a few columns. */
    @Test
    void barsAreReadInAStream() throws IOException {
        Path bars = folder.resolve("minutes.csv");
        LocalDateTime time = LocalDateTime.of(2020, 1, 1, 0, 0);
        String padding = " ".repeat(400);
        try (BufferedWriter out = Files.newBufferedWriter(bars)) {
            out.write("timestamp,open,high,low,close,volume,note\n");
            for (int row = 0; row < 120_000; row++) {
                out.write(time.plusMinutes(row) + ":00Z,100,101,99,100.5,1000," + padding + "\n");
            }
        }
        assertThat(Files.size(bars)).isGreaterThan(50L << 20);

        Ended ended = packed("minutes.csv");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(folder.resolve("x.pack")).isNotEmptyFile();
    }

    @Test
    void whatCannotFitIsRefusedBeforeItIsRead() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("huge.csv").toFile(), "rw")) {
            huge.setLength(2L << 30);
        }

        Ended ended = packed("huge.csv");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.errors()).singleElement().asString().contains("huge.csv", "too large", "-Xmx");
        assertThat(folder.resolve("x.pack")).doesNotExist();
    }

    private Ended packed(String bars) {
        return LaunchedArgus.in(folder)
                .with("ARGUS_OPTS", "-Xmx64m")
                .run(("pack build --bars " + bars
                                + " --symbol X --bar-duration 60s --market CRYPTO --horizons 300 --out x.pack")
                        .split(" "));
    }
}
