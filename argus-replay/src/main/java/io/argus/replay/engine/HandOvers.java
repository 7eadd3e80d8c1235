package io.argus.replay.engine;

import java.util.List;

/**
 * At which days' ends a run passes from one strategy to the next. What the one before still holds is closed then at the
 * next prices, and its orders are withdrawn.
 *
 * @param firstDay position of the first day that the run's figures count; the strategy must not trade before it begins
 * @param afterDays positions of the days at whose end, or at the first instant after it, the account changes hands;
 *     ascending
 */
public record HandOvers(int firstDay, List<Integer> afterDays) {

    private static final HandOvers NONE = new HandOvers(0, List.of());

    public HandOvers {
        afterDays = List.copyOf(afterDays);
    }

    /** One strategy from the first day to the last. */
    public static HandOvers none() {
        return NONE;
    }
}
