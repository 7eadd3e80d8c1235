package io.argus.replay.engine;

/** Tells when a run begins to count and when its account changes hands. For one run. */
final class Relay {

    private final long[] changes;
    private final long learnsUntil;
    private int next;
    private boolean counting;

    Relay(DayGrid days, HandOvers handOvers) {
        changes = handOvers.afterDays().stream().mapToLong(days::end).toArray();
        counting = handOvers.firstDay() == 0;
        learnsUntil = counting ? Long.MIN_VALUE : days.end(handOvers.firstDay() - 1);
    }

    /** Whether this is the first instant of the first day that counts; at most once, and never where all days do. */
    boolean startsToCount(long nowMs) {
        if (counting || nowMs <= learnsUntil) {
            return false;
        }
        counting = true;
        return true;
    }

    /** Whether a turn has ended since the instant before. */
    boolean changesHands(long nowMs) {
        boolean changes = false;
        for (; next < this.changes.length && this.changes[next] <= nowMs; next++) {
            changes = true;
        }
        return changes;
    }
}
