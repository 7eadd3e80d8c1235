package io.argus.app.process;

import io.argus.app.process.LaunchedArgus.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What people get wrong, and the one line that tells them. */
class BadInputIT {

    private static final String BUY_AND_HOLD = "- strategy_class: BuyAndHold";

    @TempDir
    private Path folder;

    /** Bars that must not load, and what the error must name. */
    @TestFactory
    Stream<DynamicTest> barsThatCannotBeReadFailWithTheirPlace() {
        String good = Workspace.FEW_BARS;
        return Stream.of(
                bars("empty", bytes(""), "bars.csv"),
                bars("not a number", bytes(good.replace("100.5,1000", "NaN,1000")), "bars.csv:2"),
                bars("negative price", bytes(good.replace("102,100,101", "102,-100,101")), "bars.csv:3"),
                bars("high below low", bytes(good.replace("103,100.5", "100.2,100.5")), "bars.csv:4"),
                bars("duplicate time", bytes(good.replace("2020-01-06", "2020-01-03")), "bars.csv:4"),
                bars("backward time", bytes(good.replace("2020-01-06", "2019-12-31")), "bars.csv:4"),
                bars("not UTF-8", latin1(good + "2020-01-07,1\u00e9,1,1,1,1\n"), "bars.csv"),
                bars("no header", bytes("2020-01-02,100,101,99,100.5,1000\n"), "bars.csv"));
    }

    @Test
    void aMissingBarFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), Workspace.config(BUY_AND_HOLD));

        failsWith(1, "bars.csv");
    }

    @Test
    void truncatedGzipIsToldFromAnEndOfData() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Workspace.FEW_BARS.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("bars.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        Files.writeString(
                folder.resolve("c.yaml"), Workspace.config(BUY_AND_HOLD).replace("bars.csv", "bars.csv.gz"));

        failsWith(1, "bars.csv.gz");
    }

    @Test
    void anUnknownStrategyIsToldWithTheNearestName() throws IOException {
        configured("- strategy_class: SmaCros");

        failsWith(2, "c.yaml:5:", "SmaCros", "did you mean SmaCross?");
    }

    @Test
    void anUnknownParameterIsToldWithTheNearestName() throws IOException {
        configured("- strategy_class: SmaCross\n  params: {fasst: 10}");

        failsWith(2, "c.yaml:6:", "fasst", "did you mean fast?");
    }

    @Test
    void allProblemsOfAFileAreToldAtOnceWithTheirPlaces() throws IOException {
        configured(BUY_AND_HOLD);
        Path config = folder.resolve("c.yaml");
        Files.writeString(
                config,
                Files.readString(config).replace("kelly_fraction: 0.25", "kelly_fraction: 2\n    per_play_cpa: 0.1"));

        Ended ended = failsWith(2, "did you mean per_play_cap?", "kelly_fraction");

        assertThat(ended.errors())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).containsPattern("c\\.yaml:\\d+:\\d+: "));
    }

    @Test
    void aSweepTooLargeIsRefusedBeforeItStarts() throws IOException {
        configured("- strategy_class: SmaCross\n  sweep:\n    fast: {min: 2, max: 201, step: 1}\n"
                + "    slow: {min: 202, max: 400, step: 1}");

        failsWith(2, "max_runs");
        assertThat(folder.resolve("experiments")).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundBeforeTheWork() throws IOException {
        configured(BUY_AND_HOLD);
        Path config = folder.resolve("c.yaml");
        Files.writeString(folder.resolve("occupied"), "a file, no folder");
        Files.writeString(
                config, Files.readString(config).replace("logs/allocations.json", "occupied/allocations.json"));

        failsWith(2, "occupied");
        assertThat(folder.resolve("experiments").resolve("x.json")).doesNotExist();
        assertThat(artifacts()).isZero();
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Workspace.withSamples(folder);
        LaunchedArgus argus = LaunchedArgus.in(folder);
        assertThat(argus.run("research", "--config", "config/research_loop.example.yaml", "--once")
                        .exit())
                .isZero();
        Path old = folder.resolve("rankings.json");
        Files.writeString(old, "yesterday's");

        Ended ended = argus.with("ARGUS_OPTS", "-XX:-UsePerfData")
                .behind("sh", "-c", "ulimit -f 16; exec \"$0\" \"$@\"")
                .run("evaluate", "--input", "experiments", "--out", "rankings.json");

        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        assertThat(ended.errors()).singleElement().asString().contains("rankings.json", "cannot be written");
        assertThat(old).hasContent("yesterday's");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void aSlipOnTheCommandLineIsToldWithWhatWasMeant() {
        Ended command = LaunchedArgus.in(folder).run("reserch");
        Ended option = LaunchedArgus.in(folder).run("research", "--confg", "c.yaml");

        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("research");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("--config");
        assertThat(command.out() + option.out()).isEmpty();
    }

    private DynamicTest bars(String name, byte[] content, String place) {
        return DynamicTest.dynamicTest(name, () -> {
            configured(BUY_AND_HOLD);
            Files.write(folder.resolve("bars.csv"), content);

            failsWith(1, place);
        });
    }

    private void configured(String strategies) throws IOException {
        Files.writeString(folder.resolve("bars.csv"), Workspace.FEW_BARS);
        Files.writeString(folder.resolve("c.yaml"), Workspace.config(strategies));
    }

    private Ended failsWith(int exit, String... named) {
        Ended ended = LaunchedArgus.in(folder).run("research", "--config", "c.yaml", "--once");
        assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
        assertThat(ended.errors()).as(ended.err()).isNotEmpty();
        assertThat(String.join("\n", ended.errors())).contains(named);
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
        return ended;
    }

    private long artifacts() throws IOException {
        Path experiments = folder.resolve("experiments");
        if (!Files.isDirectory(experiments)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(experiments)) {
            return files.count();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
