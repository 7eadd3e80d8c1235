package io.argus.domain.numeric;

/** How far apart two clusters are, given the distances between their members. */
public enum Linkage {
    /** The least distance between a member of the one and a member of the other. */
    SINGLE {
        @Override
        double afterMerge(double toLeft, int leftSize, double toRight, int rightSize) {
            return Math.min(toLeft, toRight);
        }
    },
    /** The greatest. */
    COMPLETE {
        @Override
        double afterMerge(double toLeft, int leftSize, double toRight, int rightSize) {
            return Math.max(toLeft, toRight);
        }
    },
    /** The mean over all pairs. */
    AVERAGE {
        @Override
        double afterMerge(double toLeft, int leftSize, double toRight, int rightSize) {
            // In this form rounding never leads out of the range between the two, on which the clustering relies.
            return toLeft + (toRight - toLeft) * ((double) rightSize / (leftSize + rightSize));
        }
    };

    /** The distance of a third cluster to the union of two, from its distances to either. */
    abstract double afterMerge(double toLeft, int leftSize, double toRight, int rightSize);
}
