package io.argus.app.study;

import java.util.List;
import java.util.Objects;

/**
 * A study that was made.
 *
 * @param market where the drawn histories come from, as it was named
 * @param seeds cycles a cell: those of the seeds 1 to this
 * @param results in the order of the cells
 */
public record StudyReport(
        StudySettings settings,
        String market,
        int marketDays,
        double marketDrift,
        int seeds,
        List<CellResult> results) {

    public StudyReport {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(market, "market");
        results = List.copyOf(results);
    }

    /** The cells in which nothing has an edge. */
    public List<CellResult> nulls() {
        return results.stream().filter(result -> result.cell().isNull()).toList();
    }

    /** The cells with an edge. */
    public List<CellResult> edges() {
        return results.stream().filter(result -> !result.cell().isNull()).toList();
    }
}
