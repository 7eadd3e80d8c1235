package io.argus.domain.numeric;

import io.argus.domain.numeric.HierarchicalClustering.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HierarchicalClusteringProperties {

    @Property
    void findsTheMergesOfTheNaiveMethod(@ForAll("distinctDistances") double[][] distances, @ForAll Linkage linkage) {
        List<Merge> merges = HierarchicalClustering.of(distances, linkage).merges();
        List<Merge> expected = naive(distances, linkage);
        assertThat(merges).hasSameSizeAs(expected);
        for (int i = 0; i < merges.size(); i++) {
            Merge merge = merges.get(i);
            assertThat(merge.height()).isCloseTo(expected.get(i).height(), within(1e-12));
            assertThat(new Merge(merge.left(), merge.right(), 0, merge.size()))
                    .isEqualTo(new Merge(
                            expected.get(i).left(),
                            expected.get(i).right(),
                            0,
                            expected.get(i).size()));
        }
    }

    /** Whatever the ties, every union is as far apart as its linkage says, and heights never fall. */
    @Property
    void heightsAreDistancesBetweenTheTwoClusters(@ForAll("distances") double[][] distances, @ForAll Linkage linkage) {
        HierarchicalClustering clustering = HierarchicalClustering.of(distances, linkage);
        int items = distances.length;
        assertThat(clustering.size()).isEqualTo(items);
        assertThat(clustering.merges()).hasSize(items - 1);
        List<List<Integer>> members = singletons(items);
        double below = 0;
        for (Merge merge : clustering.merges()) {
            List<Integer> left = members.get(merge.left());
            List<Integer> right = members.get(merge.right());
            assertThat(merge.left()).isLessThan(merge.right());
            assertThat(merge.height()).isCloseTo(apart(distances, linkage, left, right), within(1e-12));
            assertThat(merge.height()).isGreaterThanOrEqualTo(below);
            below = merge.height();
            List<Integer> union = new ArrayList<>(left);
            union.addAll(right);
            assertThat(union).hasSize(merge.size()).doesNotHaveDuplicates();
            members.add(union);
        }
    }

    @Property
    void singleLinkageCutsIntoWhatStepsOfThatHeightConnect(
            @ForAll("distances") double[][] distances, @ForAll("heights") double height) {
        assertThat(HierarchicalClustering.of(distances, Linkage.SINGLE).cut(height))
                .containsExactly(connected(distances, height));
    }

    @Property
    void completeLinkageCutsIntoClustersNoWiderThanTheHeight(
            @ForAll("distances") double[][] distances, @ForAll("heights") double height) {
        int[] labels = HierarchicalClustering.of(distances, Linkage.COMPLETE).cut(height);
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels[i] == labels[j] && distances[i][j] > height).isFalse();
            }
        }
    }

    @Property
    void labelsAreNumberedByFirstAppearance(
            @ForAll("distances") double[][] distances, @ForAll Linkage linkage, @ForAll("heights") double height) {
        HierarchicalClustering clustering = HierarchicalClustering.of(distances, linkage);
        int[] labels = clustering.cut(height);
        int[] firstAppearances = IntStream.of(labels).distinct().toArray();
        long merged = clustering.merges().stream()
                .filter(merge -> merge.height() <= height)
                .count();
        assertThat(firstAppearances)
                .containsExactly(
                        IntStream.range(0, distances.length - (int) merged).toArray());
    }

    @Property
    void clustersStandTogetherInTheOrderOfLeaves(
            @ForAll("distances") double[][] distances, @ForAll Linkage linkage, @ForAll("heights") double height) {
        HierarchicalClustering clustering = HierarchicalClustering.of(distances, linkage);
        int[] order = clustering.leafOrder();
        assertThat(IntStream.of(order).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(0, distances.length).boxed().toList());
        int[] labels = clustering.cut(height);
        int changes = 0;
        for (int i = 1; i < order.length; i++) {
            changes += labels[order[i]] == labels[order[i - 1]] ? 0 : 1;
        }
        assertThat(changes).isEqualTo((int) IntStream.of(labels).distinct().count() - 1);
    }

    @Property
    void theSameDistancesGiveTheSameResult(@ForAll("distances") double[][] distances, @ForAll Linkage linkage) {
        double[][] copy = new double[distances.length][];
        Arrays.setAll(copy, row -> distances[row].clone());
        assertThat(HierarchicalClustering.of(copy, linkage).merges())
                .isEqualTo(HierarchicalClustering.of(distances, linkage).merges());
    }

    /** Full of ties. */
    @Provide
    Arbitrary<double[][]> distances() {
        return Arbitraries.oneOf(
                matrices(Arbitraries.integers().between(0, 4).map(step -> step / 10.0)), distinctDistances());
    }

    @Provide
    Arbitrary<double[][]> distinctDistances() {
        return matrices(Arbitraries.randomValue(random -> random.nextDouble()));
    }

    @Provide
    Arbitrary<Double> heights() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-1, 5).map(step -> step / 10.0),
                Arbitraries.doubles().between(0, 1));
    }

    private static Arbitrary<double[][]> matrices(Arbitrary<Double> entries) {
        return Arbitraries.integers()
                .between(1, 14)
                .flatMap(items -> Combinators.combine(
                                Arbitraries.just(items), entries.list().ofSize(items * (items - 1) / 2))
                        .as(HierarchicalClusteringProperties::symmetric));
    }

    private static double[][] symmetric(int items, List<Double> entries) {
        double[][] matrix = new double[items][items];
        int next = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = entries.get(next);
                matrix[j][i] = entries.get(next++);
            }
        }
        return matrix;
    }

    /** Looks at all pairs of clusters, and at all pairs of their members, before every merge. */
    private static List<Merge> naive(double[][] distances, Linkage linkage) {
        List<List<Integer>> members = singletons(distances.length);
        List<Integer> open =
                new ArrayList<>(IntStream.range(0, distances.length).boxed().toList());
        List<Merge> merges = new ArrayList<>();
        while (open.size() > 1) {
            Merge closest = new Merge(0, 0, Double.POSITIVE_INFINITY, 0);
            for (int left : open) {
                for (int right : open) {
                    double apart = left < right
                            ? apart(distances, linkage, members.get(left), members.get(right))
                            : Double.POSITIVE_INFINITY;
                    if (apart < closest.height()) {
                        int size = members.get(left).size() + members.get(right).size();
                        closest = new Merge(left, right, apart, size);
                    }
                }
            }
            merges.add(closest);
            open.remove((Integer) closest.left());
            open.remove((Integer) closest.right());
            open.add(members.size());
            List<Integer> union = new ArrayList<>(members.get(closest.left()));
            union.addAll(members.get(closest.right()));
            members.add(union);
        }
        return merges;
    }

    private static double apart(double[][] distances, Linkage linkage, List<Integer> left, List<Integer> right) {
        double[] pairs = left.stream()
                .flatMapToDouble(one -> right.stream().mapToDouble(other -> distances[one][other]))
                .sorted()
                .toArray();
        return switch (linkage) {
            case SINGLE -> pairs[0];
            case COMPLETE -> pairs[pairs.length - 1];
            case AVERAGE -> Arrays.stream(pairs).sum() / pairs.length;
        };
    }

    private static List<List<Integer>> singletons(int items) {
        List<List<Integer>> members = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            members.add(List.of(item));
        }
        return members;
    }

    private static int[] connected(double[][] distances, double height) {
        int[] labels = new int[distances.length];
        Arrays.fill(labels, -1);
        int next = 0;
        for (int item = 0; item < labels.length; item++) {
            if (labels[item] < 0) {
                spread(distances, height, item, next++, labels);
            }
        }
        return labels;
    }

    private static void spread(double[][] distances, double height, int from, int label, int[] labels) {
        labels[from] = label;
        for (int other = 0; other < labels.length; other++) {
            if (labels[other] < 0 && distances[from][other] <= height) {
                spread(distances, height, other, label, labels);
            }
        }
    }
}
