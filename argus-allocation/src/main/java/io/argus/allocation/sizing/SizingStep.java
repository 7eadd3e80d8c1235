package io.argus.allocation.sizing;

/**
 * One step from a forecast to its size. Steps are put together by {@link StepwiseSizing}; ours are made here, and one's
 * own is a lambda that says what it did:
 *
 * <pre>{@code
 * SizingStep halved = draft -> draft.resize("halved", draft.weight() / 2, "half size until the model is older");
 * }</pre>
 *
 * <p>A step is a pure function of the draft: equal drafts leave it equal.
 */
@FunctionalInterface
public interface SizingStep {

    void apply(SizingDraft draft);

    /** Believes mu as far as the forecast's confidence, held to [0, 1], goes. */
    static SizingStep shrinkage() {
        return Steps.SHRINKAGE;
    }

    /**
     * Ends with size 0 unless the believed mu exceeds cost by more than this.
     *
     * @param minEdgeOverCost a year, finite and not negative
     */
    static SizingStep edgeGate(double minEdgeOverCost) {
        return new Steps.EdgeGate(minEdgeOverCost);
    }

    /**
     * The fraction of the growth-optimal size (Kelly 1956; mu/sigma² for a return with mean mu and standard deviation
     * sigma, Thorp 2006, equation 7.3).
     *
     * @param fraction in (0, 1]
     */
    static SizingStep kelly(double fraction) {
        return new Steps.Kelly(fraction);
    }

    /**
     * Cuts a size beyond the cap to the cap.
     *
     * @param cap in (0, 1]
     */
    static SizingStep cap(double cap) {
        return new Steps.Cap(cap);
    }

    /**
     * Scales by target over sigma. The resulting volatility is the weight before times the target: the step evens out
     * sizes between calm and wild strategies, it does not make the whole as wild as the target.
     *
     * @param target volatility a year, positive
     */
    static SizingStep volatilityTarget(double target) {
        return new Steps.VolatilityTarget(target);
    }
}
