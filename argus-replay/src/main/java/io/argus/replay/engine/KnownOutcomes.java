package io.argus.replay.engine;

import io.argus.domain.pack.Outcome;
import io.argus.domain.strategy.OutcomeHistory;

/** A series of outcomes up to what is known now. */
final class KnownOutcomes implements OutcomeHistory {

    private final PreparedPack.CompleteOutcomes outcomes;
    private final StepBudget budget;
    private int known;
    private boolean read;

    KnownOutcomes(PreparedPack.CompleteOutcomes outcomes, StepBudget budget) {
        this.outcomes = outcomes;
        this.budget = budget;
    }

    KnownOutcomes at(long nowMs) {
        while (known < outcomes.count() && outcomes.knownMs(known) <= nowMs) {
            known++;
        }
        read = true;
        return this;
    }

    /** How many rows a strategy could have used: none when it never asked. */
    int used() {
        return read ? known : 0;
    }

    @Override
    public int size() {
        budget.spend();
        return known;
    }

    @Override
    public double forwardReturn(int ago) {
        return outcomes.series().forwardReturn(row(ago));
    }

    @Override
    public long windowEndMs(int ago) {
        return outcomes.series().windowEnd(row(ago));
    }

    @Override
    public Outcome outcome(int ago) {
        return outcomes.series().outcome(row(ago));
    }

    private int row(int ago) {
        budget.spend();
        if (ago < 0 || ago >= known) {
            throw new IndexOutOfBoundsException("outcome " + ago + " of " + known + " known");
        }
        return outcomes.row(known - 1 - ago);
    }
}
