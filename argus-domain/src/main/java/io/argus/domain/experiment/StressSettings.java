package io.argus.domain.experiment;

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
    }

    public StressSettings {
        Objects.requireNonNull(walkForward, "walkForward");
    }

    public static StressSettings none() {
        return NONE;
    }
}
