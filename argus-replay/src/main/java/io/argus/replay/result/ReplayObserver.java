package io.argus.replay.result;

/** Watches a replay mark by mark. Called on the replay's thread. */
@FunctionalInterface
public interface ReplayObserver {

    /**
     * The account after everything of one instant was applied and before the strategy is called.
     *
     * @param equity cash and market value
     * @param equityBySources starting cash plus every source of gain less every source of loss; the same to rounding
     */
    void marked(long timeMs, double cash, double equity, double equityBySources);

    /** Watches nothing. */
    static ReplayObserver none() {
        return (timeMs, cash, equity, equityBySources) -> {};
    }
}
