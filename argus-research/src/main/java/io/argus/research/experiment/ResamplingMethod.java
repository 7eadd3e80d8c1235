package io.argus.research.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How periods are drawn again from a series. */
public enum ResamplingMethod {
    /** Each on its own: only right where periods do not depend on each other. */
    IID,
    /** In blocks of one length that wrap around the end (Politis and Romano 1992). */
    CIRCULAR,
    /** In blocks of geometric length, which keeps the drawn series stationary (Politis and Romano 1994). */
    STATIONARY;

    /** The name in files: {@code stationary}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ResamplingMethod> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
