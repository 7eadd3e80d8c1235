package io.argus.evaluation.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in folds, some to test on and the others to train on, without what the two would know of each other: M. López de
 * Prado, "Advances in Financial Machine Learning", 2018, chapter 7 (purged k-fold with embargo) and chapter 12 (every
 * choice of several test folds). Immutable.
 *
 * <p>A training row is purged when its label overlaps the time of a test segment, which goes from the segment's first
 * start to the <em>latest</em> end of its labels, for a long label within may end after the last one. Test folds that do
 * not touch are segments of their own, each purged by itself, so that what lies between two of them stays. The embargo
 * begins where the purge ends: so many rows after it are left out too.
 */
public final class PurgedFolds {

    /** More choices of test folds than this are refused. */
    public static final int MOST_SPLITS = 100_000;

    private final LabelSpans labels;
    private final int folds;
    private final int embargo;

    private PurgedFolds(LabelSpans labels, int folds, int embargo) {
        this.labels = labels;
        this.folds = folds;
        this.embargo = embargo;
    }

    /**
     * One way to divide the rows.
     *
     * @param testFolds ascending
     * @param test rows, ascending
     * @param train rows, ascending: neither tested, purged nor under embargo
     */
    public record Split(List<Integer> testFolds, List<Integer> test, List<Integer> train) {

        public Split {
            testFolds = List.copyOf(testFolds);
            test = List.copyOf(test);
            train = List.copyOf(train);
        }
    }

    /**
     * @param folds from 2 to the rows; sizes differ by one row at most, the larger first
     * @param embargo rows, not negative
     */
    public static PurgedFolds of(LabelSpans labels, int folds, int embargo) {
        if (folds < 2 || folds > labels.rows()) {
            throw new IllegalArgumentException("from 2 to " + labels.rows() + " folds, not " + folds);
        }
        if (embargo < 0) {
            throw new IllegalArgumentException("an embargo cannot be negative: " + embargo);
        }
        return new PurgedFolds(labels, folds, Math.min(embargo, labels.rows()));
    }

    /** Each fold tested once. */
    public List<Split> kFold() {
        return combinatorial(1);
    }

    /**
     * Every choice of so many test folds, in lexicographic order.
     *
     * @param testFolds from 1 to one less than the folds
     * @throws IllegalArgumentException when there are more than {@value #MOST_SPLITS} choices
     */
    public List<Split> combinatorial(int testFolds) {
        requireChoice(testFolds);
        List<Split> splits = new ArrayList<>();
        choose(testFolds, 0, new ArrayList<>(), splits);
        return splits;
    }

    /**
     * How many whole histories the choices of test folds make up: choices · test folds / folds.
     *
     * @param testFolds as for {@link #combinatorial}
     */
    public long paths(int testFolds) {
        requireChoice(testFolds);
        return choices(testFolds) * testFolds / folds;
    }

    private void choose(int wanted, int from, List<Integer> chosen, List<Split> splits) {
        if (chosen.size() == wanted) {
            splits.add(split(chosen));
            return;
        }
        for (int fold = from; fold <= folds - (wanted - chosen.size()); fold++) {
            chosen.add(fold);
            choose(wanted, fold + 1, chosen, splits);
            chosen.remove(chosen.size() - 1);
        }
    }

    private Split split(List<Integer> chosen) {
        int rows = labels.rows();
        boolean[] tested = new boolean[rows];
        boolean[] left = new boolean[rows];
        int at = 0;
        while (at < chosen.size()) {
            int last = at;
            while (last + 1 < chosen.size() && chosen.get(last + 1) == chosen.get(last) + 1) {
                last++;
            }
            segment(first(chosen.get(at)), first(chosen.get(last) + 1), tested, left);
            at = last + 1;
        }
        List<Integer> test = new ArrayList<>();
        List<Integer> train = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (tested[row]) {
                test.add(row);
            } else if (!left[row]) {
                train.add(row);
            }
        }
        return new Split(chosen, test, train);
    }

    /** Tests a run of rows and leaves out what overlaps it and what follows. */
    private void segment(int from, int to, boolean[] tested, boolean[] left) {
        long start = labels.start(from);
        long end = labels.end(from);
        for (int row = from; row < to; row++) {
            tested[row] = true;
            end = Math.max(end, labels.end(row));
        }
        int afterPurge = to;
        for (int row = 0; row < tested.length; row++) {
            if (labels.start(row) <= end && labels.end(row) >= start) {
                left[row] = true;
                afterPurge = Math.max(afterPurge, row + 1);
            }
        }
        for (int row = afterPurge; row < Math.min(tested.length, afterPurge + embargo); row++) {
            left[row] = true;
        }
    }

    private int first(int fold) {
        int smaller = labels.rows() / folds;
        return fold * smaller + Math.min(fold, labels.rows() % folds);
    }

    private void requireChoice(int testFolds) {
        if (testFolds < 1 || testFolds >= folds) {
            throw new IllegalArgumentException("from 1 to " + (folds - 1) + " test folds, not " + testFolds);
        }
        if (choices(testFolds) > MOST_SPLITS) {
            throw new IllegalArgumentException("more than " + MOST_SPLITS + " ways to choose " + testFolds + " of "
                    + folds + " folds; take fewer");
        }
    }

    /** Binomial coefficient, or some number above the most that is allowed. */
    private long choices(int testFolds) {
        long choices = 1;
        int fewer = Math.min(testFolds, folds - testFolds);
        for (int i = 1; i <= fewer && choices <= MOST_SPLITS; i++) {
            choices = choices * (folds - fewer + i) / i;
        }
        return choices;
    }
}
