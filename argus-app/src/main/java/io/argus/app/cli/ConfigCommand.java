package io.argus.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code argus config}: a group of commands. */
@Command(
        name = "config",
        description = "Looks after configuration files.",
        subcommands = ConfigCheckCommand.class,
        footer = {"", "Example:", "  argus config check config/research_loop.example.yaml"})
final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "config needs a command: check");
    }
}
