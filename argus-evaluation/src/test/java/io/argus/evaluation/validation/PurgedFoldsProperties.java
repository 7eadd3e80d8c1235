package io.argus.evaluation.validation;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PurgedFoldsProperties {

    @Property(tries = 60)
    void nothingTrainedOnOverlapsWhatIsTestedAndNothingElseIsLeftOut(
            @ForAll long seed,
            @ForAll @IntRange(min = 4, max = 60) int rows,
            @ForAll @IntRange(min = 3, max = 6) int wanted,
            @ForAll @IntRange(min = 1, max = 2) int testFolds,
            @ForAll @IntRange(min = 0, max = 4) int embargo) {
        int folds = Math.min(rows, wanted);
        RandomStream random = new RandomStreams(seed).stream(0);
        long[] starts = new long[rows];
        long[] ends = new long[rows];
        for (int row = 0; row < rows; row++) {
            starts[row] = row == 0 ? 0 : starts[row - 1] + random.nextInt(3);
            ends[row] = starts[row] + random.nextInt(8);
        }
        int[] tests = new int[rows];
        List<PurgedFolds.Split> splits =
                PurgedFolds.of(LabelSpans.of(starts, ends), folds, embargo).combinatorial(testFolds);
        for (PurgedFolds.Split split : splits) {
            split.test().forEach(row -> tests[row]++);
            for (int row = 0; row < rows; row++) {
                if (!split.test().contains(row)) {
                    assertThat(split.train().contains(row))
                            .as("row %d in %s", row, split)
                            .isEqualTo(clear(row, segments(split.test()), starts, ends, embargo));
                }
            }
        }
        // Every row is tested as often as its fold is chosen.
        assertThat(tests).containsOnly(splits.size() * testFolds / folds);
    }

    /** Neither overlaps a segment's time nor stands within the embargo after it, by the definition. */
    private static boolean clear(int row, List<List<Integer>> segments, long[] starts, long[] ends, int embargo) {
        for (List<Integer> segment : segments) {
            long from = starts[segment.get(0)];
            long to = segment.stream().mapToLong(each -> ends[each]).max().orElseThrow();
            if (starts[row] <= to && ends[row] >= from) {
                return false;
            }
            int purgedUpTo = IntStream.range(0, starts.length)
                    .filter(each -> starts[each] <= to && ends[each] >= from)
                    .max()
                    .orElseThrow();
            if (row > purgedUpTo && row <= purgedUpTo + embargo) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Integer>> segments(List<Integer> test) {
        List<List<Integer>> segments = new ArrayList<>();
        for (int row : test) {
            List<Integer> last = segments.isEmpty() ? List.of() : segments.get(segments.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1) == row - 1) {
                last.add(row);
            } else {
                segments.add(new ArrayList<>(List.of(row)));
            }
        }
        return segments;
    }

    @Example
    void aLongLabelInsideTheTestPurgesWhatTheLastLabelWouldNot() {
        long[] starts = {0, 1, 2, 3, 4, 5, 6, 7};
        long[] ends = {0, 1, 6, 3, 4, 5, 6, 7};
        PurgedFolds.Split split =
                PurgedFolds.of(LabelSpans.of(starts, ends), 4, 0).kFold().get(1);
        assertThat(split.test()).containsExactly(2, 3);
        assertThat(split.train()).containsExactly(0, 1, 7);
    }

    @Example
    void whatLiesBetweenTwoSegmentsIsKept() {
        List<PurgedFolds.Split> splits =
                PurgedFolds.of(LabelSpans.instants(12), 6, 1).combinatorial(2);
        assertThat(splits).hasSize(15);
        PurgedFolds.Split split = splits.stream()
                .filter(each -> each.testFolds().equals(List.of(0, 3)))
                .findFirst()
                .orElseThrow();
        assertThat(split.test()).containsExactly(0, 1, 6, 7);
        assertThat(split.train()).containsExactly(3, 4, 5, 9, 10, 11);
        assertThat(PurgedFolds.of(LabelSpans.instants(12), 6, 0).paths(2)).isEqualTo(5);
    }

    @Example
    void anEmbargoLongerThanAllRowsLeavesNothingAfterATest() {
        PurgedFolds.Split first = PurgedFolds.of(LabelSpans.instants(12), 4, Integer.MAX_VALUE)
                .kFold()
                .get(0);
        assertThat(first.train()).isEmpty();
    }

    @Example
    void pathsAreCountedForSoManyChoicesAsCanBeMadeAlone() {
        PurgedFolds folds = PurgedFolds.of(LabelSpans.instants(100), 30, 0);
        assertThat(folds.paths(1)).isEqualTo(1);
        assertThat(folds.paths(29)).isEqualTo(29);
        assertThatThrownBy(() -> folds.paths(15)).hasMessageContaining("more than 100000 ways to choose 15 of 30");
        assertThatThrownBy(() -> folds.paths(30)).hasMessageContaining("from 1 to 29");
        assertThatThrownBy(() -> folds.paths(0)).hasMessageContaining("from 1 to 29");
    }

    @Example
    void refusesWhatCannotBeDone() {
        LabelSpans labels = LabelSpans.instants(100);
        assertThatThrownBy(() -> PurgedFolds.of(labels, 40, 0).combinatorial(10))
                .hasMessageContaining("more than 100000 ways to choose 10 of 40 folds");
        assertThatThrownBy(() -> PurgedFolds.of(labels, 1, 0)).hasMessageContaining("from 2 to 100 folds");
        assertThatThrownBy(() -> PurgedFolds.of(labels, 5, -1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> PurgedFolds.of(labels, 5, 0).combinatorial(5)).hasMessageContaining("from 1 to 4");
        assertThatThrownBy(() -> LabelSpans.of(new long[] {1, 0}, new long[] {1, 1}))
                .hasMessageContaining("goes back");
        assertThatThrownBy(() -> LabelSpans.of(new long[] {1}, new long[] {0})).hasMessageContaining("ends before");
        assertThat(Arrays.asList(
                        PurgedFolds.of(labels, 3, 0).kFold().get(0).test().size()))
                .containsExactly(34);
    }
}
