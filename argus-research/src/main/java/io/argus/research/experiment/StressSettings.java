package io.argus.research.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a run beside its own result.
 *
 * @param costSensitivity whether it is run again at 1.25 and 1.5 times its costs
 * @param regimeStress whether it is run again within each market state alone
 * @param walkForward how its days are cut into windows; empty for not at all
 */
public record StressSettings(boolean costSensitivity, boolean regimeStress, Optional<WalkForward> walkForward) {

    private static final StressSettings NONE = new StressSettings(false, false, Optional.empty());

    /**
     * Windows of days to train on, each followed by one to test on; the next one starts where the last test ended.
     *
     * @param anchored whether every training window starts at the first day, instead of rolling along
     */
    public record WalkForward(int trainDays, int testDays, boolean anchored) {

        public WalkForward {
            if (trainDays < 1 || testDays < 1) {
                throw new IllegalArgumentException("windows need days: " + trainDays + " and " + testDays);
            }
        }

        /** Whether that many days have room for a window. */
        public boolean fits(int days) {
            return (long) trainDays + testDays <= days;
        }

        /** The windows that so many days have room for. Days left over, too few for a test, lengthen the last one. */
        public List<Days> over(int days) {
            List<Days> windows = new ArrayList<>();
            for (int from = trainDays; testDays <= days - from; from += testDays) {
                boolean last = 2L * testDays > days - from;
                windows.add(new Days(anchored ? 0 : from - trainDays, from, last ? days : from + testDays));
            }
            return windows;
        }

        /**
         * A window by the positions of its days.
         *
         * @param trainFrom first day to train on
         * @param from first day to test on, which the last one to train on comes before
         * @param to the day after the last one to test on
         */
        public record Days(int trainFrom, int from, int to) {}
    }

    public StressSettings {
        Objects.requireNonNull(walkForward, "walkForward");
    }

    public static StressSettings none() {
        return NONE;
    }
}
