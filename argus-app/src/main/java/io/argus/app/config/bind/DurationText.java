package io.argus.app.config.bind;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** How lengths of time are written: {@code 500ms}, {@code 60s}, {@code 5m}, {@code 1h}, {@code 1d}; bare, in seconds. */
public final class DurationText {

    private static final String NOUN = "a duration such as 60s, 5m, 1h or 1d";

    private DurationText() {}

    /**
     * @throws IllegalArgumentException when it is none, or is not made of whole milliseconds
     */
    public static Duration parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String digits = lower.replaceFirst("[a-z]+$", "");
        long millisOfUnit = switch (lower.substring(digits.length())) {
            case "ms" -> 1;
            case "", "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new IllegalArgumentException("takes " + NOUN + ", not \"" + text + "\"");
        };
        BigDecimal millis = Scalar.decimal(digits, NOUN).multiply(BigDecimal.valueOf(millisOfUnit));
        try {
            return Duration.ofMillis(millis.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("takes whole milliseconds, not \"" + text + "\"", e);
        }
    }
}
