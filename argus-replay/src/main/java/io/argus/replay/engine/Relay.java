package io.argus.replay.engine;

import io.argus.replay.execution.ForcedClosing;

/** Tells when a run begins to count, and takes from its strategy what it may not keep. For one run. */
final class Relay {

    private final long[] changes;
    private final Confinement confinement;
    private final long learnsUntil;
    private int next;
    private boolean counting;

    Relay(DayGrid days, HandOvers handOvers, Confinement confinement) {
        this.confinement = confinement;
        changes = handOvers.afterDays().stream().mapToLong(days::handOver).toArray();
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

    /** Closes what is held where a turn has ended since the instant before, and what may not be held in a market's state. */
    void take(long nowMs, RegimeCursor[] regimes, ForcedClosing closing) {
        if (changesHands(nowMs)) {
            closing.handOver(nowMs);
        }
        if (confinement.isNone()) {
            return;
        }
        for (int listing = 0; listing < regimes.length; listing++) {
            if (!confinement.allows(regimes[listing].current())) {
                closing.leave(listing, nowMs);
            }
        }
    }

    private boolean changesHands(long nowMs) {
        boolean changed = false;
        for (; next < changes.length && changes[next] <= nowMs; next++) {
            changed = true;
        }
        return changed;
    }
}
