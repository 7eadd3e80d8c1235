package io.argus.app.study;

import io.argus.evaluation.metric.ShareInterval;
import java.util.List;
import java.util.Objects;

/**
 * What became of a cell's cycles.
 *
 * @param cycles one a seed, from seed 1 on
 * @param fundedSeeds the seeds whose cycle gave any null a weight, ascending
 * @param fundedNulls over all cycles
 * @param fundedEdges over all cycles; 0 in a cell of nulls
 */
public record CellResult(StudyCell cell, int cycles, List<Integer> fundedSeeds, long fundedNulls, long fundedEdges) {

    private static final double CONFIDENCE = 0.95;

    /** The share of cycles that may fund a null. */
    static final double NOMINAL = 0.05;

    public CellResult {
        Objects.requireNonNull(cell, "cell");
        fundedSeeds = List.copyOf(fundedSeeds);
    }

    /** Cycles in which any null was funded. */
    public ShareInterval cyclesFunded() {
        return ShareInterval.of(fundedSeeds.size(), cycles, CONFIDENCE);
    }

    /** Nulls funded; the interval takes them for independent, which those of one cycle are not. */
    public ShareInterval nullsFunded() {
        long planted = (long) cycles * (cell.isNull() ? cell.trials() : cell.trials() - 1);
        return ShareInterval.of(fundedNulls, Math.max(1, planted), CONFIDENCE);
    }

    /** Edges funded, one being planted a cycle. */
    public ShareInterval edgesFunded() {
        return ShareInterval.of(fundedEdges, cycles, CONFIDENCE);
    }

    /** Whether no more cycles fund a null than one in twenty, as far as so many can tell. */
    public boolean met() {
        return cyclesFunded().lower() <= NOMINAL;
    }
}
