package io.argus.app.service;

import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.port.AllocationStore;
import io.argus.research.registry.Admission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps plans for others to trade, and so none that was made under laxer gates than the shipped ones: in its place stands
 * an empty one that says why.
 */
public final class TradablePlans implements AllocationStore {

    /** Why such a plan is not kept. */
    public static final String REFUSED = "refused: made under gates laxer than the shipped ones, so NOT FOR TRADING";

    private final AllocationStore store;
    private final Consumer<String> told;

    /**
     * @param told a line for each plan that is refused
     */
    public TradablePlans(AllocationStore store, Consumer<String> told) {
        this.store = store;
        this.told = told;
    }

    @Override
    public void save(Path file, PublishedPlan plan, Instant generatedAt) {
        if (plan.relaxedGates() && plan.emptyReason().isEmpty()) {
            told.accept(file + ": this plan is " + REFUSED + "; an empty one is written");
            store.save(file, plan.refused(REFUSED), generatedAt);
        } else {
            store.save(file, plan, generatedAt);
        }
    }

    @Override
    public String text(PublishedPlan plan, Instant generatedAt) {
        return store.text(plan, generatedAt);
    }

    @Override
    public PublishedPlan load(Path file) {
        return store.load(file);
    }

    @Override
    public void saveCandidates(Path file, Admission admission, Instant generatedAt) {
        store.saveCandidates(file, admission, generatedAt);
    }
}
