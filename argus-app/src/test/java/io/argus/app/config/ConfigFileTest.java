package io.argus.app.config;

import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a configuration file says, and what is told about a wrong one. */
class ConfigFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEmptySectionHasItsDefaults() {
        ResearchConfig config = read("evaluation:\nloop: {}\n").checked();

        assertThat(config.evaluation().equity()).isEqualTo(10_000);
        assertThat(config.evaluation().minDsr()).isEqualTo(0.95);
        assertThat(config.evaluation().allocation()).isEmpty();
        assertThat(config.experiment().execution().mocCutoff()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.loop().interval()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void nullIsTheDefault() {
        ResearchConfig config = read("evaluation: {equity: null, allocation: {vol_target_annual: ~, kelly_fraction: }}")
                .checked();

        assertThat(config.evaluation().equity()).isEqualTo(10_000);
        assertThat(config.evaluation().allocation().orElseThrow().kellyFraction())
                .isEqualTo(0.25);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        assertThat(problems("""
                        pack:
                          symbols: SPY
                          start_date: 01.01.2007
                        experiment:
                          starting_cash: -5
                          starting_cash: 10
                          execution: {allow_naked: NO, quote_source: next_opn}
                        evaluation:
                          equity: .inf
                          min_dsr: 1e999999999
                          allocation:
                            per_play_caps: 0.1
                            kelly_fraction: 1.5
                            max_loss_per_contract: {default: none}
                        """))
                .containsExactly(
                        "2:12: symbols takes a list; write it as [a, b], or one \"- \" a line",
                        "3:15: start_date takes a date such as 2007-01-01, not \"01.01.2007\"",
                        "5:18: starting_cash must be above 0, not -5",
                        "6:3: starting_cash stands here twice, first in line 5",
                        "7:28: allow_naked takes true or false, not \"NO\"",
                        "7:46: quote_source is one of auto, pessimistic, next_open, same_bar, not \"next_opn\"; did you"
                                + " mean next_open?",
                        "9:11: equity takes a number, not \".inf\"",
                        "10:12: min_dsr takes a number, not \"1e999999999\"",
                        "12:5: unknown key per_play_caps; did you mean per_play_cap?",
                        "13:21: kelly_fraction must be in (0, 1], not 1.5",
                        "14:38: default takes a number, not \"none\"");
    }

    @Test
    void aMaxLossOfZeroOrLessMayBeWrittenForUnknown() {
        for (String loss : List.of("0", "-1", "{default: 0}", "{a: 0, default: 90}")) {
            assertThat(problems("evaluation: {allocation: {max_loss_per_contract: " + loss + "}}"))
                    .isEmpty();
        }
    }

    @Test
    void sectionsThatMakeNoSenseAreToldToo() {
        assertThat(problems("pack: {start_date: 2020-01-02, end_date: 2020-01-01}"))
                .containsExactly("1:7: end_date lies before start_date");
        assertThat(problems("experiment: {execution: {initial_margin: 0.1, maintenance_margin: 0.2}}"))
                .containsExactly("1:25: maintenance_margin must not be above initial_margin");
        assertThat(problems("strategies: [{id: x}]")).containsExactly("1:14: strategy_class is missing");
        assertThat(problems("strategies: [BuyAndHold]"))
                .containsExactly("1:14: strategies[0] takes keys with values", "1:14: strategy_class is missing");
        assertThat(problems("loop: 24")).containsExactly("1:7: loop takes keys with values");
    }

    @Test
    void nothingIsBuiltFromTags() {
        assertThat(problems("loop: {interval_hours: !!java.io.File [x]}"))
                .containsExactly("1:24: tags such as tag:yaml.org,2002:java.io.File are not allowed; write the value"
                        + " without it");
        assertThat(problems("loop: {!mine interval_hours: 3}"))
                .containsExactly("1:8: tags such as !mine are not allowed; write the value without it");
    }

    @Test
    void aliasesAreBoundedAndMayNotReferToThemselves() {
        assertThat(problems("strategies: &a [*a]")).containsExactly("1:13: refers to itself");
        String many = "a: &a [x]\nb: [" + "*a, ".repeat(30) + "]\n";
        assertThat(problems(many)).singleElement().asString().contains("aliases");
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThat(problems("pack: {symbols: [A\nloop: 3\n"))
                .singleElement()
                .asString()
                .startsWith("2:5: is not YAML");
        assertThat(problems("a: 1\n---\nb: 2\n")).singleElement().asString().contains("is not YAML");
        assertThat(problems("")).containsExactly("is empty");
        assertThat(problems("x".repeat(1_000_001))).singleElement().asString().contains("larger than");
        assertThat(problems("[".repeat(50))).singleElement().asString().contains("Depth");
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        assertThat(list(ConfigFile.read(folder.resolve("none.yaml")))).containsExactly("no such file");
        assertThat(list(ConfigFile.read(folder))).containsExactly("is a folder; a YAML file is expected");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "pack: {symbols: [é]}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(list(ConfigFile.read(latin))).containsExactly("is not UTF-8 text");
    }

    @Test
    void placesOfPathsAreRemembered() {
        ConfigFile file = read("strategies:\n  - strategy_class: A\n    sweep:\n      fast: [1, 2]\n");

        assertThat(file.place("strategies[0].sweep.fast").toString()).endsWith(":4:7");
        assertThat(file.place("strategies[0].id").toString()).endsWith(":2:5");
        assertThat(file.place("pack.symbols").toString()).isEqualTo(file.file().toString());
    }

    @Test
    void sweepsAndThresholdsMayStandInFilesOfTheirOwn() throws IOException {
        Path grid = Files.writeString(folder.resolve("grid.yaml"), "fast: {min: 1, max: 3, stepp: 1}\nslow: []\n");
        Path gates = Files.writeString(folder.resolve("gates.yaml"), "dsr_min: high\npbo: 0.5\n");

        ConfigFile file = read("strategies: [{strategy_class: A, sweep: " + grid + "}]\nevaluation: {kill_thresholds: "
                + gates + "}\n");

        assertThat(file.problems().list())
                .extracting(ConfigProblem::toString)
                .contains(
                        gates + ":1:10: dsr_min takes a number, not \"high\"",
                        grid + ":1:24: unknown key stepp; did you mean step?",
                        grid + ":2:7: the list has no values");
    }

    @Test
    void whatCannotBeThePathOfSuchAFileIsToldWhereItStands() {
        assertThat(problems("strategies: [{strategy_class: A, sweep: ''}]"))
                .containsExactly("1:41: sweep takes a path, not an empty text");
        assertThat(problems("strategies: [{strategy_class: A, sweep: \"a\\0b\"}]"))
                .containsExactly("1:41: sweep takes a path, not \"a\0b\"");
        assertThat(problems("evaluation: {kill_thresholds: ''}"))
                .containsExactly("1:31: kill_thresholds takes a path, not an empty text");
        assertThat(problems("evaluation: {kill_thresholds: \"a\\0b\"}"))
                .containsExactly("1:31: kill_thresholds takes a path, not \"a\0b\"");
    }

    @Test
    void datesAndDurationsAreRead() {
        PackSection pack = read("pack: {start_date: 2007-01-01, bar_duration: 90}")
                .checked()
                .pack();

        assertThat(pack.startDate()).contains(LocalDate.of(2007, 1, 1));
        assertThat(pack.barDuration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(problems("pack: {bar_duration: 1w}"))
                .containsExactly("1:22: bar_duration takes a duration such as 60s, 5m, 1h or 1d, not \"1w\"");
        assertThat(problems("pack: {bar_duration: 2d}"))
                .containsExactly("1:22: bar_duration must be in (0, 86400], not 172800");
    }

    @Test
    void aWrongFileIsRefused() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("nothing: here").checked())
                .withMessageContaining("unknown key nothing; known here are pack, outcomes, strategies");
    }

    private ConfigFile read(String text) {
        try {
            return ConfigFile.read(Files.writeString(folder.resolve("c.yaml"), text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> problems(String text) {
        return list(read(text));
    }

    /** Problems without the name of the file. */
    private static List<String> list(ConfigFile file) {
        return file.problems().list().stream()
                .map(ConfigProblem::toString)
                .map(text -> text.replace(file.file() + ":", "").strip())
                .collect(Collectors.toList());
    }
}
