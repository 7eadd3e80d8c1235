package io.argus.research.experiment;

import io.argus.domain.returns.DailyReturns;
import java.util.List;
import java.util.Objects;

/**
 * A walk-forward to be made over the runs of one strategy class: in each window the run with the best Sharpe ratio of the
 * training days trades the test days. What the test days earned, one after the other, is one more trial.
 *
 * @param cells the runs to choose among, in grid order, which decides between equals
 */
public record WalkForwardSpec(List<Cell> cells, StressSettings.WalkForward windows) {

    /** What the trial is tagged with. Windows of other programs' walk-forwards carry a number behind it. */
    public static final String TAG = "wf";

    /** The parameter of the trial that says how many runs it chose among; no other run has it. */
    public static final String CELLS = "walk_forward_cells";

    /** A run that may be chosen, with what it earned on the days that it has. */
    public record Cell(ExperimentSpec spec, String runId, DailyReturns returns) {

        public Cell {
            Objects.requireNonNull(spec, "spec");
            Objects.requireNonNull(runId, "runId");
            Objects.requireNonNull(returns, "returns");
        }
    }

    public WalkForwardSpec {
        cells = List.copyOf(cells);
        Objects.requireNonNull(windows, "windows");
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a walk-forward chooses among runs, and there are none");
        }
        Cell first = cells.get(0);
        for (Cell cell : cells) {
            if (!cell.spec().strategyClass().equals(first.spec().strategyClass())
                    || !cell.spec().settings().equals(first.spec().settings())) {
                throw new IllegalArgumentException(
                        "a walk-forward chooses among runs of one class with equal settings");
            }
        }
    }

    /** What the user calls the trial: as the first of its cells. */
    public String strategyId() {
        return cells.get(0).spec().strategyId();
    }
}
