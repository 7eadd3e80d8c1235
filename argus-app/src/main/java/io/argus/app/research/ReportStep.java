package io.argus.app.research;

import io.argus.app.report.CycleReport;
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

/** Draws the picture of a cycle whose rankings are written. */
public final class ReportStep {

    /** The best; more would make a page that nobody reads to its end. */
    private static final int MOST_CHARTS = 20;

    private final Ports ports;

    public ReportStep(Ports ports) {
        this.ports = ports;
    }

    /**
     * @param rankings a file of rankings; charts are drawn of the runs whose artifacts lie where it says
     * @param page written as a whole or not at all
     */
    public void draw(Path rankings, Path page) {
        RankingStore.Stored stored = ports.rankings().load(rankings);
        KillThresholds gates = ToldGates.of(rankings, stored.ranking());
        // Argus tells all gates; another program's silence about them says nothing of how lax they were.
        List<String> lax = gates.asMap().isEmpty() ? List.of() : gates.laxerThanShipped();
        AtomicFiles.write(
                page,
                CycleReport.html(
                        stored.ranking(),
                        stored.generatedAt(),
                        lax,
                        runs(rankings, stored.ranking().strategies())));
    }

    /** The best runs whose artifacts are where the ranking says, and are what it says. */
    private Map<String, CycleReport.Run> runs(Path rankings, List<RankedStrategy> rows) {
        Map<String, CycleReport.Run> runs = new LinkedHashMap<>();
        for (RankedStrategy row : rows) {
            if (runs.size() < MOST_CHARTS) {
                artifact(rankings, row)
                        .filter(found ->
                                found.experiment().result().dailyReturns().isPresent())
                        .ifPresent(found -> runs.put(row.runId(), run(found)));
            }
        }
        return runs;
    }

    private Optional<Stored> artifact(Path rankings, RankedStrategy row) {
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
