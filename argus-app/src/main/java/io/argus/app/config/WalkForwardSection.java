package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.research.experiment.StressSettings;

/** How a history is cut into windows. */
public record WalkForwardSection(
        @Key(range = "[2, inf)", doc = "Days of a training window.")
        int trainDays,

        @Key(range = "[1, inf)", doc = "Days of the test window after it; the next one starts where it ended.")
        int testDays,

        @Key(
                fallback = "false",
                doc = "Whether every training window starts at the first day, instead of rolling along.")
        boolean anchored) {

    StressSettings.WalkForward windows() {
        return new StressSettings.WalkForward(trainDays, testDays, anchored);
    }
}
