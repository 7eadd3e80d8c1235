package io.argus.app.cli;

import io.argus.app.research.PackStep;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.research.port.BarSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus outcomes}. */
@Command(
        name = "outcomes",
        description = "Tells what followed each bar at each horizon, as CSV or JSON.",
        footer = {
            "",
            "Example:",
            "  argus outcomes --bars config/samples/sp500-2000.csv --symbol SPX --bar-duration 1d \\",
            "      --out outcomes.csv"
        })
final class OutcomesCommand implements Runnable {

    private final Terminal base;
    private final BarSource source;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private BarOptions bars = new BarOptions();

    @Option(
            names = "--out",
            paramLabel = "F.csv|F.json",
            description = "Where to write the outcomes instead of standard output; JSON where the name ends in .json.")
    private Optional<Path> out = Optional.empty();

    OutcomesCommand(Terminal base, BarSource source) {
        this.base = base;
        this.source = source;
    }

    @Override
    @SuppressWarnings("try") // the interruption watches for as long as it is open; nobody calls it
    public void run() {
        Terminal terminal = options.terminal(base);
        PackStep.Request request = bars.request();
        out.ifPresent(AtomicFiles::requireWritable);
        try (Workers workers = options.workers();
                Interruption ignored = Interruption.watch(workers, late -> base.warn("interrupted"))) {
            List<OutcomeSeries> outcomes =
                    new PackStep(source, workers, terminal).build(request).outcomes();
            boolean json = format.json()
                    || out.filter(file -> file.toString().endsWith(".json")).isPresent();
            if (out.isPresent()) {
                write(out.get(), outcomes, json);
                terminal.say("written to " + out.get());
            } else {
                terminal.result(text(outcomes, json).stripTrailing());
            }
        }
    }

    private static void write(Path file, List<OutcomeSeries> outcomes, boolean json) {
        AtomicFiles.write(file, stream -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            OutcomeListing.write(outcomes, json, writer);
            writer.flush();
        });
    }

    private static String text(List<OutcomeSeries> outcomes, boolean json) {
        StringBuilder text = new StringBuilder();
        try {
            OutcomeListing.write(outcomes, json, text);
        } catch (IOException e) {
            throw new IllegalStateException("text can always be appended", e);
        }
        return text.toString();
    }
}
