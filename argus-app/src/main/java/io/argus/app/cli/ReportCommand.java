package io.argus.app.cli;

import io.argus.app.research.Ports;
import io.argus.app.research.ReportStep;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus report}. */
@Command(
        name = "report",
        description = {
            "Draws the picture of a cycle as one HTML page that needs nothing but itself.",
            "Charts of the best runs are drawn where their artifacts lie where the rankings say."
        },
        footer = {"", "Example:", "  argus report --rankings logs/strategy_rankings_20240304.json --out report.html"})
final class ReportCommand implements Runnable {

    private final Terminal base;
    private final Ports ports;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(names = "--rankings", required = true, paramLabel = "F", description = "The rankings file.")
    private Path rankings = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "F", description = "The page.")
    private Path out = Path.of("");

    ReportCommand(Terminal base, Ports ports) {
        this.base = base;
        this.ports = ports;
    }

    @Override
    public void run() {
        AtomicFiles.requireWritable(out);
        new ReportStep(ports).draw(rankings, out);
        options.terminal(base).result("written to " + out);
    }
}
