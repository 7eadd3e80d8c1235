package io.argus.replay.engine;

import io.argus.domain.pack.Outcome;
import io.argus.domain.strategy.OutcomeHistory;

/** The history of a horizon that the pack does not have. */
final class NoOutcomes implements OutcomeHistory {

    private final StepBudget budget;

    NoOutcomes(StepBudget budget) {
        this.budget = budget;
    }

    @Override
    public int size() {
        budget.spend();
        return 0;
    }

    @Override
    public double forwardReturn(int ago) {
        throw none();
    }

    @Override
    public long windowEndMs(int ago) {
        throw none();
    }

    @Override
    public Outcome outcome(int ago) {
        throw none();
    }

    private static IndexOutOfBoundsException none() {
        return new IndexOutOfBoundsException("the pack has no outcomes at this horizon");
    }
}
