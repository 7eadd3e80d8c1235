package io.argus.research.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is taken off an expected return because the run was picked from many. */
public enum MuDeflation {
    /** The Sharpe ratio that the best of that many trials would show by luck. */
    EXPECTED_MAX,
    /** Nothing. */
    NONE;

    /** The name in files: {@code expected_max}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MuDeflation> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
