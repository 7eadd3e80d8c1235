package io.argus.evaluation.significance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form of the variance of an estimated Sharpe ratio. */
public enum SharpeInference {
    /** At the estimate, over T-1 (Bailey and López de Prado 2012). */
    CLASSIC_2012,
    /** Under the null hypothesis, over T, corrected for autocorrelation (López de Prado, Lipton and Zoonekynd 2025). */
    NULL_2025;

    /** The name in files: {@code classic_2012}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SharpeInference> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
