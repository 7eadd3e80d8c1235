package io.argus.app.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the returns of planted strategies look like. Every kind earns exactly what its market exposure explains. */
public enum PlantedKind {
    /** Independent normal returns. */
    NORMAL,
    /** A small premium every day, and a rare loss that takes twenty weeks of it at once. */
    SHORT_PREMIUM,
    /** Normal returns of which each repeats a fifth of the one before. */
    AR1,
    /** In or out of a real market by the toss of a coin, and paid back what its trades cost. */
    TIMING;

    /** The name in options and files: {@code short_premium}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlantedKind> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
