package io.argus.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code argus pack}: what belongs to packs. */
@Command(
        name = "pack",
        description = "Makes packs, which hold all that a replay reads, and shows what is in them.",
        subcommands = {PackBuildCommand.class, PackSyntheticCommand.class, PackInspectCommand.class},
        footer = {"", "Example:", "  argus pack inspect packs/spx.pack"})
final class PackCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "pack needs " + String.join(" or ", spec.subcommands().keySet()));
    }
}
