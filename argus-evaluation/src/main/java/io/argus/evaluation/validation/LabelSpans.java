package io.argus.evaluation.validation;

/**
 * When the outcome of each row was decided: from its start to its end, both included, in any unit of time. Rows come in
 * the order of their starts. Immutable.
 */
public final class LabelSpans {

    private final long[] starts;
    private final long[] ends;

    private LabelSpans(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /**
     * @throws IllegalArgumentException when lengths differ, starts go back, or an end lies before its start
     */
    public static LabelSpans of(long[] starts, long[] ends) {
        if (starts.length != ends.length || starts.length == 0) {
            throw new IllegalArgumentException(starts.length + " starts and " + ends.length + " ends of labels");
        }
        for (int row = 0; row < starts.length; row++) {
            if (row > 0 && starts[row] < starts[row - 1]) {
                throw new IllegalArgumentException(
                        "rows come in the order of their starts, but row " + row + " goes back");
            }
            if (ends[row] < starts[row]) {
                throw new IllegalArgumentException("the label of row " + row + " ends before it starts");
            }
        }
        return new LabelSpans(starts.clone(), ends.clone());
    }

    /** Rows that each are decided at once. */
    public static LabelSpans instants(int rows) {
        long[] at = new long[rows];
        for (int row = 0; row < rows; row++) {
            at[row] = row;
        }
        return of(at, at);
    }

    public int rows() {
        return starts.length;
    }

    public long start(int row) {
        return starts[row];
    }

    public long end(int row) {
        return ends[row];
    }
}
