package io.argus.app.cli;

import io.argus.app.report.CycleReport;
import io.argus.app.research.Ports;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.research.experiment.PackReference;
import io.argus.research.port.ExperimentStore.Stored;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.RankedStrategy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** The best; more would make a page that nobody reads to its end. */
    private static final int MOST_CHARTS = 20;

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
        AtomicFiles.requireWritableFolder(AtomicFiles.folderOf(out));
        RankingStore.Stored stored = ports.rankings().load(rankings);
        SortedMap<String, Double> gates = new TreeMap<>(stored.ranking().killThresholds());
        gates.keySet().retainAll(KillThresholds.known());
        // Argus tells all gates; another program's silence about them says nothing of how lax they were.
        List<String> lax =
                gates.isEmpty() ? List.of() : KillThresholds.of(gates).laxerThanShipped();
        AtomicFiles.write(
                out,
                CycleReport.html(
                        stored.ranking(),
                        stored.generatedAt(),
                        lax,
                        runs(stored.ranking().strategies())));
        options.terminal(base).result("written to " + out);
    }

    /** The best runs whose artifacts are where the ranking says, and are what it says. */
    private Map<String, CycleReport.Run> runs(List<RankedStrategy> rows) {
        Map<String, CycleReport.Run> runs = new LinkedHashMap<>();
        for (RankedStrategy row : rows) {
            if (runs.size() < MOST_CHARTS) {
                artifact(row)
                        .filter(found ->
                                found.experiment().result().dailyReturns().isPresent())
                        .ifPresent(found -> runs.put(row.runId(), run(found)));
            }
        }
        return runs;
    }

    private Optional<Stored> artifact(RankedStrategy row) {
        return row.returns()
                .flatMap(reference -> ports.experiments()
                        .find(AtomicFiles.folderOf(rankings).resolve(reference.sourceFile()))
                        .filter(found -> found.hash().equals(reference.hash())));
    }

    private static CycleReport.Run run(Stored found) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (PackReference pack : found.experiment().manifest().packs()) {
            labels.putAll(pack.labels());
        }
        return new CycleReport.Run(found.experiment().result().dailyReturns().orElseThrow(), labels);
    }
}
