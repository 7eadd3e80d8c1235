package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import io.argus.app.wiring.TerminalModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command explains itself, and docs/cli.md says what they say. */
class CommandReferenceTest {

    private static final Path PAGE = Path.of("../docs/cli.md");

    private static final String HEAD = """
            # Commands

            Made from the commands themselves by `CommandReferenceTest`; `argus COMMAND --help` prints the same.

            Results go to standard output and everything else to standard error. Colour is used on a terminal only, and never
            with `NO_COLOR` set. An error is one line that says what, where and what to do; `--verbose` adds the stack trace.

            | exit code | means |
            | --- | --- |
            | 0 | done |
            | 1 | failed while running, or data that cannot be read |
            | 2 | wrong usage or configuration, found before any work |
            | 3 | done, but a check that was asked for fell short |
            | 130 | interrupted (SIGINT) |
            | 143 | ended (SIGTERM) |

            The launcher `./argus` builds the program when the tree is newer than the last build. `ARGUS_NO_BUILD=1` skips that
            check, and `ARGUS_OPTS` are options for the JVM, such as `-Xmx4g`.
            """;

    private final CommandLine argus = Argus.commandLine(Guice.createInjector(
            Stage.PRODUCTION, new AdapterModule(), new ExchangeModule(), new TerminalModule(), new CommandModule()));

    @Test
    void thePageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("argus.rewrite")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("rewrite it with -Dargus.rewrite=true")
                .isEqualTo(page());
    }

    @TestFactory
    Stream<DynamicTest> everyHelpFitsTheTerminalAndShowsAnExample() {
        return commands(argus)
                .map(command -> DynamicTest.dynamicTest(name(command), () -> {
                    String help = help(command);

                    assertThat(help.lines())
                            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
                    assertThat(help.lines().dropWhile(line -> !line.matches("Examples?:")))
                            .as("an example that calls this command")
                            .anyMatch(line -> line.contains(name(command) + " "));
                    assertThat(help.lines()
                                    .dropWhile(line -> !line.matches("Examples?:"))
                                    .skip(1))
                            .as("what a shell takes as it stands: no line is broken but where it says so, and no"
                                    + " comparison writes a file")
                            .allSatisfy(line -> assertThat(line.replaceAll("'[^']*'", ""))
                                    .startsWith("  ")
                                    .doesNotContainPattern("\\w>\\w"));
                    // The first stands alone in the list of commands.
                    assertThat(command.getCommandSpec().usageMessage().description()[0])
                            .endsWith(".");
                    assertThat(command.getCommandSpec().options())
                            .allSatisfy(option -> assertThat(option.description())
                                    .as(option.longestName())
                                    .isNotEmpty());
                }));
    }

    @Test
    void completionKnowsEveryCommand() {
        String script = AutoComplete.bash("argus", argus);

        assertThat(argus.getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(script).contains(command));
    }

    private String page() {
        StringBuilder page = new StringBuilder(HEAD);
        commands(argus)
                .forEach(command -> page.append("\n## ")
                        .append(name(command))
                        .append("\n\n```\n")
                        .append(help(command).stripTrailing())
                        .append("\n```\n"));
        return page.toString();
    }

    private static String help(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF)
                .lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** A command, then those below it. */
    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                List.copyOf(command.getSubcommands().values()).stream().flatMap(CommandReferenceTest::commands));
    }
}
