package io.argus.evaluation.metric;

import java.util.Arrays;

/**
 * The values at a few ranks, in the order in which sorting all would put them. Values are counted into buckets of equal
 * width, and only those that share a bucket with a wanted rank are copied and sorted. That needs no comparison that a
 * processor would guess wrong half of the time, as selection by partition does.
 */
final class RankedValues {

    private static final int MOST_BUCKETS = 1_024;
    /** Values a bucket at least, on average: emptier ones cost more than sorting does. */
    private static final int LEAST_FILL = 8;

    private static final int UNWANTED = -1;

    private final double start;
    private final double scale;
    /** At i, how many values lie in buckets before bucket i. */
    private final int[] before;
    /** At i, where the copies of bucket i start among all copies. */
    private final int[] copied;

    private final double[] copies;

    /**
     * @param values at least one, none of them NaN
     * @param ranks the wanted ones, from 0, the least value's
     */
    RankedValues(double[] values, int... ranks) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        int buckets = Math.max(1, Math.min(MOST_BUCKETS, values.length / LEAST_FILL));
        double perBucket = (buckets - 1) / (high - low);
        // Where no width can be told, all go into one: the values are equal, infinite, or as close as numbers can be.
        boolean spread = perBucket > 0 && perBucket < Double.POSITIVE_INFINITY;
        scale = spread ? perBucket : 0;
        start = spread ? low : 0;
        before = new int[buckets + 1];
        for (double value : values) {
            before[bucket(value) + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            before[bucket + 1] += before[bucket];
        }
        copied = new int[buckets];
        Arrays.fill(copied, UNWANTED);
        copies = new double[reserve(ranks)];
        copy(values);
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (copied[bucket] != UNWANTED) {
                Arrays.sort(copies, copied[bucket], copied[bucket] + size(bucket));
            }
        }
    }

    /** Rounded alike for all values, so that of two values the larger is never in a lower bucket. */
    private int bucket(double value) {
        return (int) ((value - start) * scale);
    }

    private int size(int bucket) {
        return before[bucket + 1] - before[bucket];
    }

    /** Room for the buckets of the wanted ranks. */
    private int reserve(int[] ranks) {
        int room = 0;
        for (int rank : ranks) {
            int bucket = bucketOf(rank);
            if (copied[bucket] == UNWANTED) {
                copied[bucket] = room;
                room += size(bucket);
            }
        }
        return room;
    }

    private void copy(double[] values) {
        int[] next = copied.clone();
        for (double value : values) {
            int bucket = bucket(value);
            int place = next[bucket];
            if (place != UNWANTED) {
                copies[place] = value;
                next[bucket] = place + 1;
            }
        }
    }

    private int bucketOf(int rank) {
        int bucket = 0;
        while (before[bucket + 1] <= rank) {
            bucket++;
        }
        return bucket;
    }

    /**
     * @param rank one of the wanted
     */
    double at(int rank) {
        int bucket = bucketOf(rank);
        return copies[copied[bucket] + rank - before[bucket]];
    }
}
