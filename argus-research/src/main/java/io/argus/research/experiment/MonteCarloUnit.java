package io.argus.research.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Monte Carlo draws again. */
public enum MonteCarloUnit {
    /** Daily returns. */
    DAILY,
    /** Closed trades, each as a fraction of the equity that it was entered with. */
    TRADES;

    /** The name in files: {@code daily}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MonteCarloUnit> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
