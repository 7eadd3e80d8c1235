package io.argus.domain.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * Agglomerative clustering: from single items, the closest two clusters are joined until one is left. Immutable; safe
 * for any number of threads.
 *
 * <p>Clusters are numbered: 0 to n-1 are the items, n+i is what merge i made. Merges come in order of height, which
 * never falls from a cluster to the one that contains it. Among equal distances the result depends on the order of the
 * items and on nothing else. Time and memory O(n²), by chains of nearest neighbours.
 */
public final class HierarchicalClustering {

    private final int size;
    private final List<Merge> merges;

    private HierarchicalClustering(int size, List<Merge> merges) {
        this.size = size;
        this.merges = merges;
    }

    /**
     * Two clusters joined.
     *
     * @param left the lower cluster number
     * @param right the higher one
     * @param height the distance between the two
     * @param size items in the new cluster
     */
    public record Merge(int left, int right, double height, int size) {}

    /**
     * @param distances symmetric, finite and not negative; the diagonal is not read
     * @throws IllegalArgumentException when they are not, or there are none
     */
    public static HierarchicalClustering of(double[][] distances, Linkage linkage) {
        requireDistances(distances);
        return new HierarchicalClustering(distances.length, new NearestNeighbourChain(distances, linkage).merges());
    }

    /** How many items there are. */
    public int size() {
        return size;
    }

    /** All n-1 merges, the lowest first. */
    public List<Merge> merges() {
        return merges;
    }

    /**
     * The cluster of each item when only merges at or below a height are made, numbered from 0 by first appearance.
     *
     * @throws IllegalArgumentException when the height is not a number
     */
    public int[] cut(double height) {
        if (Double.isNaN(height)) {
            throw new IllegalArgumentException("a cut needs a height: " + height);
        }
        return numberedByFirstAppearance(topClusters(height));
    }

    /**
     * The items as the dendrogram shows them, for every merge the left cluster before the right. Similar items stand
     * together: the quasi-diagonal order of M. López de Prado (Journal of Portfolio Management 42, 2016).
     */
    public int[] leafOrder() {
        int[] order = new int[size];
        int[] pending = new int[size];
        int waiting = 0;
        int placed = 0;
        pending[waiting++] = size + merges.size() - 1;
        while (waiting > 0) {
            int cluster = pending[--waiting];
            if (cluster < size) {
                order[placed++] = cluster;
            } else {
                Merge merge = merges.get(cluster - size);
                pending[waiting++] = merge.right();
                pending[waiting++] = merge.left();
            }
        }
        return order;
    }

    private int[] topClusters(double height) {
        int made = 0;
        while (made < merges.size() && merges.get(made).height() <= height) {
            made++;
        }
        int[] top = new int[size + made];
        Arrays.setAll(top, cluster -> cluster);
        for (int i = made - 1; i >= 0; i--) {
            Merge merge = merges.get(i);
            top[merge.left()] = top[size + i];
            top[merge.right()] = top[size + i];
        }
        return top;
    }

    private int[] numberedByFirstAppearance(int[] top) {
        int[] labels = new int[size];
        int[] labelOf = new int[top.length];
        Arrays.fill(labelOf, size);
        int next = 0;
        for (int item = 0; item < size; item++) {
            if (labelOf[top[item]] == size) {
                labelOf[top[item]] = next++;
            }
            labels[item] = labelOf[top[item]];
        }
        return labels;
    }

    private static void requireDistances(double[][] distances) {
        if (distances.length == 0) {
            throw new IllegalArgumentException("nothing to cluster");
        }
        for (int i = 0; i < distances.length; i++) {
            if (distances[i].length != distances.length) {
                throw new IllegalArgumentException("distances must be square: row " + i + " of " + distances.length
                        + " has " + distances[i].length + " columns");
            }
            for (int j = 0; j < i; j++) {
                requireDistance(i, j, distances[i][j], distances[j][i]);
            }
        }
    }

    private static void requireDistance(int i, int j, double there, double back) {
        if (!(there >= 0) || Double.isInfinite(there)) {
            throw new IllegalArgumentException(
                    "distances must be finite and not negative: " + there + " between " + i + " and " + j);
        }
        if (there != back) {
            throw new IllegalArgumentException("distances must be symmetric: " + there + " from " + i + " to " + j
                    + ", " + back + " from " + j + " to " + i);
        }
    }
}
