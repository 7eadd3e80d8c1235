package io.argus.app.cli;

import io.argus.app.research.PackStep;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.pack.Pack;
import io.argus.research.port.BarSource;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus pack build}. */
@Command(
        name = "build",
        description = "Makes a pack from bars: the bars, what followed each of them, and the market's regimes.",
        footer = {
            "",
            "Example:",
            "  argus pack build --bars config/samples/sp500-2000.csv --symbol SPX --bar-duration 1d \\",
            "      --out packs/spx.pack"
        })
final class PackBuildCommand implements Runnable {

    private final Terminal base;
    private final BarSource source;
    private final PackStore packs;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private BarOptions bars = new BarOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "P.json|P.pack",
            description = "Where to write the pack: columns where the name ends in .pack, else JSON.")
    private Path out = Path.of("");

    PackBuildCommand(Terminal base, BarSource source, PackStore packs) {
        this.base = base;
        this.source = source;
        this.packs = packs;
    }

    @Override
    @SuppressWarnings("try") // the interruption watches for as long as it is open; nobody calls it
    public void run() {
        Terminal terminal = options.terminal(base);
        PackStep.Request request = bars.request();
        AtomicFiles.requireWritable(out);
        try (Workers workers = options.workers();
                Interruption ignored = Interruption.watch(workers, late -> base.warn("interrupted"))) {
            Pack pack = new PackStep(source, workers, terminal).build(request);
            packs.save(out, pack);
            PackSummary summary = PackSummary.of(out, pack, List.of(), List.of());
            terminal.result(format.json() ? Json.text(summary.json()) : summary.text(base.ansi()));
            terminal.say("written to " + out);
        }
    }
}
