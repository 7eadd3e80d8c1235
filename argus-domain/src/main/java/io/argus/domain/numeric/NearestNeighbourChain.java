package io.argus.domain.numeric;

import io.argus.domain.numeric.HierarchicalClustering.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Clustering by walking from a cluster to its nearest neighbour, from there to that one's nearest, until two are each
 * other's, and joining these. It finds the same merges as always joining the closest two, in another order, because no
 * {@link Linkage} brings a third cluster nearer to a union than it was to one of the two parts (F. Murtagh, The Computer
 * Journal 26, 1983). For one use.
 *
 * <p>A cluster lives in the slot of its first item, so slot 0 is always taken.
 */
final class NearestNeighbourChain {

    private final Linkage linkage;
    private final int items;
    private final double[][] distance;
    private final boolean[] taken;
    private final int[] sizeOf;
    private final int[] clusterOf;
    private final List<Merge> merges = new ArrayList<>();

    NearestNeighbourChain(double[][] distances, Linkage linkage) {
        this.linkage = linkage;
        items = distances.length;
        distance = new double[items][];
        Arrays.setAll(distance, row -> distances[row].clone());
        taken = new boolean[items];
        Arrays.fill(taken, true);
        sizeOf = new int[items];
        Arrays.fill(sizeOf, 1);
        clusterOf = new int[items];
        Arrays.setAll(clusterOf, item -> item);
    }

    /** The merges by height; equal ones in the order in which they were found, contained ones before containing. */
    List<Merge> merges() {
        int[] chain = new int[items];
        int length = 0;
        while (merges.size() < items - 1) {
            if (length == 0) {
                chain[length++] = 0;
            }
            int tip = chain[length - 1];
            int previous = length > 1 ? chain[length - 2] : tip;
            int nearest = nearest(tip, previous);
            if (nearest == previous) {
                merge(Math.min(tip, previous), Math.max(tip, previous));
                length -= 2;
            } else {
                chain[length++] = nearest;
            }
        }
        return byHeight();
    }

    /** Among the equally near the preferred slot, or the chain would never turn back, and then the lowest. */
    private int nearest(int slot, int preferred) {
        int nearest = preferred;
        double least = preferred == slot ? Double.POSITIVE_INFINITY : distance[slot][preferred];
        for (int other = 0; other < items; other++) {
            if (taken[other] && other != slot && distance[slot][other] < least) {
                nearest = other;
                least = distance[slot][other];
            }
        }
        return nearest;
    }

    private void merge(int left, int right) {
        int size = sizeOf[left] + sizeOf[right];
        merges.add(new Merge(clusterOf[left], clusterOf[right], distance[left][right], size));
        taken[right] = false;
        for (int other = 0; other < items; other++) {
            if (taken[other] && other != left) {
                double updated =
                        linkage.afterMerge(distance[left][other], sizeOf[left], distance[right][other], sizeOf[right]);
                distance[left][other] = updated;
                distance[other][left] = updated;
            }
        }
        sizeOf[left] = size;
        clusterOf[left] = items + merges.size() - 1;
    }

    private List<Merge> byHeight() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < merges.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(found -> merges.get(found).height()));
        int[] renumbered = new int[items + order.size()];
        Arrays.setAll(renumbered, cluster -> cluster);
        List<Merge> sorted = new ArrayList<>();
        for (int found : order) {
            Merge merge = merges.get(found);
            renumbered[items + found] = items + sorted.size();
            int one = renumbered[merge.left()];
            int other = renumbered[merge.right()];
            sorted.add(new Merge(Math.min(one, other), Math.max(one, other), merge.height(), merge.size()));
        }
        return List.copyOf(sorted);
    }
}
