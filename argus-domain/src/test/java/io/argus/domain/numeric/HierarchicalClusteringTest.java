package io.argus.domain.numeric;

import io.argus.domain.numeric.HierarchicalClustering.Merge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HierarchicalClusteringTest {

    /** Points 0, 1, 5, 7 and 20 on a line, out of order. */
    private static final double[][] LINE = onALine(5, 20, 0, 7, 1);

    @Test
    void singleLinkageTakesTheNearestMembers() {
        assertThat(HierarchicalClustering.of(LINE, Linkage.SINGLE).merges())
                .containsExactly(
                        new Merge(2, 4, 1, 2), new Merge(0, 3, 2, 2), new Merge(5, 6, 4, 4), new Merge(1, 7, 13, 5));
    }

    @Test
    void completeLinkageTakesTheFarthestMembers() {
        assertThat(HierarchicalClustering.of(LINE, Linkage.COMPLETE).merges())
                .containsExactly(
                        new Merge(2, 4, 1, 2), new Merge(0, 3, 2, 2), new Merge(5, 6, 7, 4), new Merge(1, 7, 20, 5));
    }

    @Test
    void averageLinkageTakesTheMeanOverAllPairs() {
        assertThat(HierarchicalClustering.of(LINE, Linkage.AVERAGE).merges())
                .containsExactly(
                        new Merge(2, 4, 1, 2),
                        new Merge(0, 3, 2, 2),
                        new Merge(5, 6, 5.5, 4),
                        new Merge(1, 7, 16.75, 5));
    }

    @Test
    void leavesStandAsInTheDendrogram() {
        assertThat(HierarchicalClustering.of(LINE, Linkage.SINGLE).leafOrder()).containsExactly(1, 2, 4, 0, 3);
    }

    @Test
    void cutsAtAHeightWhichItIncludes() {
        HierarchicalClustering clustering = HierarchicalClustering.of(LINE, Linkage.SINGLE);
        assertThat(clustering.cut(0.99)).containsExactly(0, 1, 2, 3, 4);
        assertThat(clustering.cut(1)).containsExactly(0, 1, 2, 3, 2);
        assertThat(clustering.cut(3)).containsExactly(0, 1, 2, 0, 2);
        assertThat(clustering.cut(4)).containsExactly(0, 1, 0, 0, 0);
        assertThat(clustering.cut(13)).containsOnly(0);
        assertThat(clustering.cut(Double.NEGATIVE_INFINITY)).containsExactly(0, 1, 2, 3, 4);
        assertThat(clustering.cut(Double.POSITIVE_INFINITY)).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void joinsOneItemToNothing(Linkage linkage) {
        HierarchicalClustering alone = HierarchicalClustering.of(new double[][] {{0}}, linkage);
        assertThat(alone.size()).isOne();
        assertThat(alone.merges()).isEmpty();
        assertThat(alone.leafOrder()).containsExactly(0);
        assertThat(alone.cut(1)).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void equalDistancesStayEqual(Linkage linkage) {
        double[][] equal = new double[50][50];
        for (double[] row : equal) {
            Arrays.fill(row, 0.1);
        }
        HierarchicalClustering clustering = HierarchicalClustering.of(equal, linkage);
        assertThat(clustering.merges())
                .allSatisfy(merge -> assertThat(merge.height()).isEqualTo(0.1));
        assertThat(clustering.merges()).first().isEqualTo(new Merge(0, 1, 0.1, 2));
        assertThat(clustering.cut(0.1)).containsOnly(0);
    }

    /** A chain as deep as there are items must not exhaust the stack. */
    @Test
    void ordersTheLeavesOfADeepDendrogram() {
        double[] points = new double[2000];
        for (int i = 1; i < points.length; i++) {
            points[i] = points[i - 1] + i;
        }
        int[] order = HierarchicalClustering.of(onALine(points), Linkage.SINGLE).leafOrder();
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(points.length);
    }

    @Test
    void leavesTheDistancesAsTheyWere() {
        double[][] distances = onALine(5, 20, 0, 7, 1);
        HierarchicalClustering clustering = HierarchicalClustering.of(distances, Linkage.AVERAGE);
        assertThat(distances).isDeepEqualTo(LINE);
        distances[0][1] = 0;
        assertThat(clustering.merges()).last().isEqualTo(new Merge(1, 7, 16.75, 5));
    }

    @Test
    void refusesWhatAreNoDistances() {
        assertRefused("nothing", new double[0][0]);
        assertRefused("square", new double[][] {{0, 1}, {1}});
        assertRefused("square", new double[][] {{0, 1, 2}, {1, 0, 2}});
        assertRefused("symmetric", new double[][] {{0, 1}, {2, 0}});
        assertRefused("symmetric", new double[][] {{0, Double.NaN}, {1, 0}});
        assertRefused("finite", new double[][] {{0, 1}, {Double.NaN, 0}});
        assertRefused("negative", new double[][] {{0, -1}, {-1, 0}});
        assertRefused("finite", new double[][] {{0, Double.POSITIVE_INFINITY}, {Double.POSITIVE_INFINITY, 0}});
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HierarchicalClustering.of(LINE, Linkage.SINGLE).cut(Double.NaN));
    }

    private static void assertRefused(String message, double[][] distances) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HierarchicalClustering.of(distances, Linkage.SINGLE))
                .withMessageContaining(message);
    }

    private static double[][] onALine(double... points) {
        double[][] distances = new double[points.length][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < points.length; j++) {
                distances[i][j] = Math.abs(points[i] - points[j]);
            }
        }
        return distances;
    }
}
