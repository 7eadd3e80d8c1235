package io.argus.app.cli;

import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private PackReadingOptions assumptions = new PackReadingOptions();

    @Parameters(paramLabel = "P", description = "The pack.")
    private Path file = Path.of("");

    PackInspectCommand(Terminal base, PackStore packs) {
        this.base = base;
        this.packs = packs;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        PackStore.Loaded loaded = packs.load(file, assumptions.reading());
        PackSummary summary = PackSummary.of(file, loaded.pack(), loaded.notes(), loaded.warnings());
        terminal.result(format.json() ? Json.text(summary.json()) : summary.text(base.ansi()));
    }
}
