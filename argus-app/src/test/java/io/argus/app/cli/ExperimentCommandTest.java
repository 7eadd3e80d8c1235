package io.argus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExperimentCommandTest {

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    @BeforeEach
    void aPack() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), """
                date,open,high,low,close,volume
                2020-01-02,100,101,99,100.5,1000
                2020-01-03,100.5,102,100,101,1000
                2020-01-06,101,103,100.5,102,1000
                """);
        build("bars.csv");
    }

    @Test
    void aRunIsKeptAsAnArtifact() throws IOException {
        assertThat(experiment("symbol=X")).as(argus.err()).isZero();

        assertThat(argus.out()).contains("1.5%", "symbol=X");
        assertThat(artifacts()).isEqualTo(1);
    }

    @Test
    void whereNothingIsTradedItSaysHowToLearnWhy() {
        String out = at("runs");
        String pack = at("x.json");
        assertThat(argus.run(
                        "experiment", "--strategy", "SmaCross", "--pack", pack, "--out", out, "--params", "slow=99"))
                .isZero();
        String parameters = "fast=20,fraction=1,slow=99,symbol=";
        assertThat(argus.err())
                .contains("nothing was traded; what stopped the first run is told by argus iv-map --pack " + pack
                        + " --strategy SmaCross --params " + parameters + "\n");

        assertThat(argus.run("iv-map", "--pack", pack, "--strategy", "SmaCross", "--params", parameters))
                .as(argus.err())
                .isZero();
        assertThat(argus.out()).containsPattern("too_few_bars +3");
        assertThat(experiment("symbol=X")).isZero();
        assertThat(argus.err()).doesNotContain("nothing was traded");
    }

    /** A split that nobody told of is booked as a loss: not in silence. */
    @Test
    void aPriceThatFallsAsInASplitIsToldOf() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), """
                date,open,high,low,close,volume
                2020-08-27,500,505,499,500,1000
                2020-08-28,500,502,498,499,1000
                2020-08-31,127,131,126,129,1000
                """);
        build("bars.csv");
        assertThat(argus.err()).contains("the price jumps by more than 40 % on 2020-08-31; probably a split");

        assertThat(experiment("symbol=X")).isZero();
        assertThat(argus.err())
                .contains("warning: the price of X moves by more than 40 % on 2020-08-31; probably a split is missing");
    }

    @Test
    void aSymbolThatThePackHasNotIsRefusedBeforeTheWork() throws IOException {
        assertThat(experiment("symbol=Y")).isEqualTo(2);

        assertThat(argus.err()).contains("no symbol Y; it has [X]");
        assertThat(argus.out()).isEmpty();
        assertThat(artifacts()).isZero();
    }

    @Test
    void withoutItsInputNothingIsMade() throws IOException {
        String none = at("none/at/all");
        assertThat(argus.run("experiment", "--strategy", "BuyAndHold", "--pack", at("none.json"), "--out", none))
                .isEqualTo(1);
        assertThat(argus.err()).contains("none.json: no such file");
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        at("none.csv"),
                        "--symbol",
                        "X",
                        "--bar-duration",
                        "1d",
                        "--out",
                        none + "/x.json"))
                .isEqualTo(1);
        assertThat(folder.resolve("none")).doesNotExist();

        Files.writeString(folder.resolve("none"), "a file, no folder");
        assertThat(argus.run("experiment", "--strategy", "BuyAndHold", "--pack", at("x.json"), "--out", none))
                .isEqualTo(2);
        assertThat(argus.err()).contains(none + ": cannot write here: " + at("none") + " is a file");
    }

    @Test
    void aHorizonOfWhichThePackHasNoOutcomesIsToldOf() {
        assertThat(experiment("OvernightSession", "horizon_seconds=777")).isZero();

        assertThat(argus.err())
                .contains(
                        "OvernightSession looks at outcomes of X over 777 s, of which the pack has none; it has 86400");
        assertThat(experiment("OvernightSession", "horizon_seconds=86400")).isZero();
        assertThat(argus.err()).doesNotContain("86400 s, of which");
    }

    @Test
    void aWalkForwardThatHardlyTradesIsToldOf() {
        String bars = Path.of("..", "config", "samples", "sp500-2000.csv").toString();
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        bars,
                        "--symbol",
                        "S",
                        "--bar-duration",
                        "1d",
                        "--out",
                        at("s.json")))
                .isZero();

        assertThat(walkForward("fast=20,slow=100", "60,20")).isZero();
        assertThat(argus.err().lines().filter(line -> line.startsWith("warning:")))
                .singleElement()
                .asString()
                .matches("warning: sma-cross-s: the walk-forward made no trade in (\\d+) of its \\1 test windows;.*"
                        + "train_days.*");

        assertThat(walkForward("fast=2,slow=10", "60,20")).isZero();
        assertThat(argus.err()).doesNotContain("warning:");
    }

    @Test
    void aNameThatNoFileCanHaveIsToldAtItsOption() {
        assertThat(argus.run(
                        "experiment",
                        "--strategy",
                        "BuyAndHold",
                        "--pack",
                        at("x.json"),
                        "--id",
                        "a b",
                        "--out",
                        at("y")))
                .isEqualTo(2);

        assertThat(argus.err())
                .startsWith("error: --id: strategy id takes letters")
                .endsWith(": \"a b\"\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatTakesNoFilesIsToldInWords() {
        assertThat(argus.run("experiment", "--strategy", "BuyAndHold", "--pack", at("x.json"), "--out", "/proc/argus"))
                .isEqualTo(2);

        assertThat(argus.err()).isEqualTo("error: /proc/argus: cannot write here: /proc takes no files\n");
    }

    private void build(String bars) {
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        at(bars),
                        "--symbol",
                        "X",
                        "--bar-duration",
                        "1d",
                        "--out",
                        at("x.json")))
                .as(argus.err())
                .isZero();
    }

    private int walkForward(String params, String days) {
        return argus.run(
                "experiment",
                "--strategy",
                "SmaCross",
                "--pack",
                at("s.json"),
                "--params",
                params,
                "--walk-forward",
                days,
                "--out",
                at("walked"));
    }

    private int experiment(String params) {
        return experiment("BuyAndHold", params);
    }

    private int experiment(String strategy, String params) {
        return argus.run(
                "experiment", "--strategy", strategy, "--pack", at("x.json"), "--params", params, "--out", at("runs"));
    }

    private long artifacts() throws IOException {
        if (!Files.exists(folder.resolve("runs"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.filter(each -> each.toString().endsWith(".json")).count();
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
