package io.argus.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code argus}: the root of all commands. */
@Command(
        name = "argus",
        description = {
            "Replays trading strategies honestly, kills those whose edge does not survive the statistics, "
                    + "and turns the survivors into position sizes."
        },
        versionProvider = VersionProvider.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        footer = {"", "Example:", "  argus research --config config/research_loop.example.yaml --once"})
final class ArgusCommand {

    /** What stands below the root, in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            ResearchCommand.class,
            RunCommand.class,
            StatusCommand.class,
            OutcomesCommand.class,
            PackCommand.class,
            ExperimentCommand.class,
            EvaluateCommand.class,
            AllocateCommand.class,
            SignificanceCommand.class,
            ErrorRatesCommand.class,
            WeightsCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            ConfigCommand.class,
            SchemaCommand.class,
            StrategiesCommand.class,
            VerifyCommand.class,
            IvMapCommand.class,
            SecretsCommand.class,
            DeribitCommand.class,
            CompletionCommand.class);

    /**
     * The commands that these arguments need. Making a command and reading its annotations is most of the work of a short
     * one, so that whoever names a command first gets that one alone. Whatever else stands there gets all: help, what is
     * misspelt, a file of arguments; and so does the script for completion, which is about all.
     */
    static List<Class<?>> commands(String... args) {
        if (args.length == 0) {
            return COMMANDS;
        }
        return COMMANDS.stream()
                .filter(type -> type != CompletionCommand.class)
                .filter(type -> type.getAnnotation(Command.class).name().equals(args[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }
}
