package io.argus.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code argus deribit}: what belongs to the exchange. */
@Command(
        name = "deribit",
        description = "Looks at Deribit's market, records it into packs, or simulates it.",
        subcommands = {
            DeribitInstrumentsCommand.class,
            DeribitChainCommand.class,
            DeribitRecordCommand.class,
            DeribitSimulateCommand.class
        },
        footer = {"", "Example:", "  argus deribit chain --currency BTC"})
final class DeribitCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "deribit needs instruments, chain, record or simulate");
    }
}
