package io.argus.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run's artifact is the same to the last byte whether it is made as a cell of a sweep or alone, on one thread or four, at
 * once or resumed; and so is that of the walk-forward over the sweep.
 */
class SameBytesTest {

    private static final int CELLS = 4;

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    @BeforeEach
    void aMarket() {
        ok("pack", "synthetic", "--out", at("market.pack"), "--days", "90", "--seed", "7", "--premium", "0.05");
    }

    @Test
    void ofAStrategyOnBars() throws IOException {
        sameBytes("SmaCross", "fast: [2, 4]\nslow: [10, 20]\n", "fast=2,slow=10", "symbol=SYNTHETIC");
    }

    @Test
    void ofSpreadsOfOptions() throws IOException {
        sameBytes(
                "VrpCreditSpread",
                "min_vrp: [0, 0.02]\ntake_profit: [0.4, 0.6]\n",
                "min_vrp=0,take_profit=0.4",
                "symbol=SYNTHETIC");
    }

    private void sameBytes(String strategy, String sweep, String cell, String fixed) throws IOException {
        Files.writeString(folder.resolve("sweep.yaml"), sweep);
        String[] swept = {"--params", fixed, "--sweep", at("sweep.yaml"), "--walk-forward", "40,20"};
        experiment(strategy, "one", "1", swept);
        SortedMap<String, String> one = artifacts("one");
        assertThat(one).hasSize(CELLS + 1);
        assertThat(one.keySet().stream().filter(name -> name.contains("_wf_"))).hasSize(1);
        assertThat(one.values()).as("something was traded").anyMatch(text -> text.contains("\"exit_reason\""));

        experiment(strategy, "four", "4", swept);
        assertThat(artifacts("four")).isEqualTo(one);

        experiment(strategy, "alone", "4", "--params", fixed + "," + cell, "--walk-forward", "40,20");
        SortedMap<String, String> alone = artifacts("alone");
        alone.keySet().removeIf(name -> name.contains("_wf_"));
        assertThat(alone).hasSize(1);
        assertThat(one).containsAllEntriesOf(alone);

        // As if killed: the walk-forward and two cells are missing, and a third is cut off in the middle.
        List<String> names = new ArrayList<>(one.keySet());
        for (String lost : names.subList(2, names.size())) {
            Files.delete(folder.resolve("four").resolve(lost));
        }
        Files.writeString(
                folder.resolve("four").resolve(names.get(1)),
                one.getOrDefault(names.get(1), "").substring(0, 200));
        experiment(
                strategy,
                "four",
                "3",
                Stream.concat(Stream.of("--resume"), Stream.of(swept)).toArray(String[]::new));
        assertThat(artifacts("four")).isEqualTo(one);
    }

    private void experiment(String strategy, String out, String threads, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "experiment",
                "--strategy",
                strategy,
                "--pack",
                at("market.pack"),
                "--out",
                at(out),
                "--threads",
                threads));
        args.addAll(List.of(more));
        ok(args.toArray(String[]::new));
    }

    private void ok(String... args) {
        int code = argus.run(args);
        assertThat(code).as(argus.err()).isZero();
    }

    private SortedMap<String, String> artifacts(String name) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
