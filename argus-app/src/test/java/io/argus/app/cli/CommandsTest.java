package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import io.argus.app.wiring.TerminalModule;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;

/** A command line with one command only says about it what the whole says. */
class CommandsTest {

    private static final Injector INJECTOR = Guice.createInjector(
            Stage.PRODUCTION, new AdapterModule(), new ExchangeModule(), new TerminalModule(), new CommandModule());

    static Stream<String> names() {
        return Argus.commandLine(INJECTOR).getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void helpAndErrorsAreThoseOfTheWhole(String name) {
        for (List<String> rest : List.of(
                List.<String>of(),
                List.of("--help"),
                List.of("--version"),
                List.of("--no-such-option"),
                List.of("--confg", "x"),
                List.of("nonsense"),
                List.of("research"),
                List.of("insect"),
                List.of("build", "--help"),
                List.of("chain", "--nonsense"))) {
            String[] args = Stream.concat(Stream.of(name), rest.stream()).toArray(String[]::new);

            assertThat(said(Argus.commandLine(INJECTOR, args), args))
                    .as(String.join(" ", args))
                    .isEqualTo(said(Argus.commandLine(INJECTOR), args));
        }
    }

    @Test
    void whoeverNamesACommandGetsItAlone() {
        assertThat(Argus.commandLine(INJECTOR, "allocate", "research").getSubcommands())
                .containsOnlyKeys("allocate");
        assertThat(Argus.commandLine(INJECTOR, "pack", "inspect")
                        .getSubcommands()
                        .values())
                .singleElement()
                .satisfies(pack -> assertThat(pack.getSubcommands()).containsOnlyKeys("build", "synthetic", "inspect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "--version", "allocat", "ALLOCATE", "@arguments", "completion"})
    void whateverElseComesFirstGetsAll(String first) {
        assertThat(Argus.commandLine(INJECTOR, first).getSubcommands().keySet())
                .containsExactlyElementsOf(names().toList())
                .hasSizeGreaterThan(20);
    }

    /** What parsing says, without running anything. */
    private static String said(CommandLine command, String... args) {
        try {
            command.parseArgs(args);
        } catch (ParameterException e) {
            StringWriter advice = new StringWriter();
            CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(advice, true));
            return e.getCommandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage() + advice;
        }
        CommandLine deepest = command;
        while (deepest.getParseResult().hasSubcommand()) {
            deepest = deepest.getParseResult().subcommand().commandSpec().commandLine();
        }
        return deepest.getUsageMessage(CommandLine.Help.Ansi.OFF)
                + List.of(deepest.getCommandSpec().version())
                + deepest.getCommandSpec().usageMessage().width();
    }
}
