package io.argus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Paths that cannot be meant are told before any work. */
class PathsTest {

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    /** All work was done and then thrown away, with the exit code of bad data. */
    @Test
    void whatIsWrittenIntoAFolderOfThatNameIsRefusedAtOnce() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        for (List<String> command : List.of(
                List.of("pack", "synthetic", "--days", "5"),
                List.of("evaluate", "--input", folder.toString()),
                List.of("report", "--rankings", "none.json"),
                List.of("outcomes", "--bars", "none.csv", "--symbol", "X", "--bar-duration", "1d"),
                List.of("pack", "build", "--bars", "none.csv", "--symbol", "X", "--bar-duration", "1d"))) {
            String[] args = new String[command.size() + 2];
            command.toArray(args);
            args[command.size()] = "--out";
            args[command.size() + 1] = taken.toString();
            assertThat(argus.run(args)).as(argus.err()).isEqualTo(2);
            assertThat(argus.err()).isEqualTo("error: " + taken + ": is a folder; name a file in it\n");
        }
    }

    @Test
    void aCycleToldToWriteAFileWhereAFolderIsStartsNoWork() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                pack: {symbols: [SP500], bars: ../config/samples/sp500-2000.csv, end_date: 2001-12-31}
                strategies:
                  - {strategy_class: BuyAndHold}
                experiment: {output_dir: $/experiments}
                evaluation: {rankings_output_dir: $/logs, killed_output_path: $/taken}
                """.replace("$", folder.toString()));
        assertThat(argus.run("research", "--config", config.toString(), "--once"))
                .isEqualTo(2);
        assertThat(argus.err()).contains("error: " + taken + ": is a folder; name a file in it\n");
        assertThat(folder.resolve("experiments")).isEmptyDirectory();
    }

    /** It was told without its place, and as bad data. */
    @Test
    void aCashRateThatIsNeitherANumberNorAFileIsToldWithItsPlace() throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                pack: {symbols: [SP500], bars: ../config/samples/sp500-2000.csv}
                strategies:
                  - {strategy_class: BuyAndHold}
                experiment:
                  cash_rate: 2%
                """);
        assertThat(argus.run("config", "check", config.toString())).isEqualTo(2);
        assertThat(argus.err())
                .contains("error: " + config
                        + ":5:3: experiment.cash_rate is neither a number nor a file that is there: 2%\n");
    }

    @Test
    void anEmptyPathIsToldByItsOption() {
        assertThat(argus.run("pack", "inspect", "")).isEqualTo(2);
        assertThat(argus.run("verify", "--strategy", "SmaCross", "--pack", "")).isEqualTo(2);
        assertThat(argus.err())
                .isEqualTo("error: Invalid value for option '--pack': a path is expected, and it is empty;"
                        + " see argus verify --help\n");
    }
}
