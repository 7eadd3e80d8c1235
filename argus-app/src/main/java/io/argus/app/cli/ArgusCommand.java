package io.argus.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code argus}: the root of all commands. */
@Command(
        name = "argus",
        description = {
            "Replays trading strategies honestly, kills those whose edge does not survive the statistics, "
                    + "and turns the survivors into position sizes."
        },
        subcommands = {
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
            CompletionCommand.class
        },
        versionProvider = VersionProvider.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        footer = {"", "Example:", "  argus research --config config/research_loop.example.yaml --once"})
final class ArgusCommand {}
