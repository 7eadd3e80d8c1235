package io.argus.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One row of the study: what is planted in each of its cycles.
 *
 * @param number among all cells, which decides about its random numbers
 * @param trials planted together and judged as one cycle
 * @param correlation of every two of them, in what the market does not explain
 * @param years of 252 days
 * @param edge true annual Sharpe ratio of the first trial; 0 in a cell of nulls. The others are nulls
 */
public record StudyCell(int number, PlantedKind kind, int trials, double correlation, int years, double edge) {

    /** Length of the nulls' histories. */
    private static final int NULL_YEARS = 5;

    private static final int[] TRIALS = {1, 10, 100};
    private static final double[] CORRELATIONS = {0, 0.5, 0.95};
    private static final int[] EDGE_TRIALS = {1, 10};
    private static final double[] EDGES = {0.5, 1, 1.5, 2};
    private static final int[] EDGE_YEARS = {1, 3, 5, 10};

    private static final List<StudyCell> ALL = all();

    public StudyCell {
        Objects.requireNonNull(kind, "kind");
        if (trials < 1 || years < 1 || !(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(trials + " trials over " + years + " years at " + correlation);
        }
    }

    /** Every cell of nulls, then every cell with an edge among nulls. */
    public static List<StudyCell> catalog() {
        return ALL;
    }

    /** Whether nothing that is planted has an edge. */
    public boolean isNull() {
        return edge == 0;
    }

    private static List<StudyCell> all() {
        List<StudyCell> cells = new ArrayList<>();
        for (PlantedKind kind : PlantedKind.values()) {
            for (int trials : TRIALS) {
                for (double correlation : CORRELATIONS) {
                    if (trials > 1 || correlation == 0) {
                        cells.add(new StudyCell(cells.size() + 1, kind, trials, correlation, NULL_YEARS, 0));
                    }
                }
            }
        }
        for (int trials : EDGE_TRIALS) {
            for (double edge : EDGES) {
                for (int years : EDGE_YEARS) {
                    cells.add(new StudyCell(cells.size() + 1, PlantedKind.NORMAL, trials, 0, years, edge));
                }
            }
        }
        return List.copyOf(cells);
    }
}
