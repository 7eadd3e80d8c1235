package io.argus.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code argus secrets}: what belongs to credentials. */
@Command(
        name = "secrets",
        description = "Keeps credentials in a file that only its owner can read.",
        subcommands = {SecretsSetCommand.class, SecretsCheckCommand.class},
        footer = {"", "Example:", "  argus secrets set deribit_client_secret"})
final class SecretsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "secrets needs set or check");
    }
}
