package io.argus.app.cli;

import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.domain.port.PackStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code argus pack inspect}. */
@Command(
        name = "inspect",
        description = "Shows what is in a pack: its series, spans, hash, and what a person should look at.",
        footer = {"", "Example:", "  argus pack inspect packs/spx.pack --format json"})
final class PackInspectCommand implements Runnable {

    private final Terminal base;
    private final PackStore packs;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "P", description = "The pack.")
    private Path file = Path.of("");

    @Option(
            names = "--assume-receipt-delay",
            paramLabel = "D",
            converter = BarOptions.Duration.class,
            description = "How long after it was sent a snapshot was received that does not tell, such as 2s;"
                    + " without this such packs are refused.")
    private Optional<Long> receiptDelaySeconds = Optional.empty();

    PackInspectCommand(Terminal base, PackStore packs) {
        this.base = base;
        this.packs = packs;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        PackStore.Reading reading = new PackStore.Reading(receiptDelaySeconds
                .map(seconds -> OptionalLong.of(seconds * 1000))
                .orElse(OptionalLong.empty()));
        PackStore.Loaded loaded = packs.load(file, reading);
        PackSummary summary = PackSummary.of(file, loaded.pack(), loaded.notes(), loaded.warnings());
        terminal.result(format.json() ? Json.text(summary.json()) : summary.text(base.ansi()));
    }
}
