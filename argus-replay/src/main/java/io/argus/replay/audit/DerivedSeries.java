package io.argus.replay.audit;

import io.argus.domain.pack.Pack;

/** A series that is made from a pack's bars, as rows in the order of their times. */
interface DerivedSeries {

    /** What reports call it. */
    String name();

    int size();

    long timestampMs(int row);

    /** When a row counts as known; {@link Long#MAX_VALUE} for one that says nothing yet. */
    long knownMs(int row);

    /** Whether a row, the last at or before a time, tells of that time. */
    boolean tellsOf(int row, long timeMs);

    /** Whether a row says the same as one of another series of this kind. */
    boolean agrees(int row, DerivedSeries other, int otherRow);

    /** What a row says, for people. */
    String text(int row);

    /** This series made anew; without rows where the pack's bars allow none. */
    DerivedSeries rebuiltFrom(Pack pack);
}
