package io.argus.app.config.bind;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interval of numbers, written {@code (0, 1]} or {@code [0, inf)}. */
record Range(Optional<BigDecimal> low, boolean lowIncluded, Optional<BigDecimal> high, boolean highIncluded) {

    private static final Pattern FORM = Pattern.compile("([\\[(])\\s*(\\S+)\\s*,\\s*(\\S+?)\\s*([\\])])");

    static Range parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("an interval looks like (0, 1], not " + text);
        }
        return new Range(
                bound(form.group(2)),
                form.group(1).equals("["),
                bound(form.group(3)),
                form.group(4).equals("]"));
    }

    private static Optional<BigDecimal> bound(String text) {
        return text.endsWith("inf") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    boolean contains(BigDecimal value) {
        boolean above = low.isEmpty() || value.compareTo(low.get()) > (lowIncluded ? -1 : 0);
        boolean below = high.isEmpty() || value.compareTo(high.get()) < (highIncluded ? 1 : 0);
        return above && below;
    }

    boolean isEverything() {
        return low.isEmpty() && high.isEmpty();
    }

    /** For people: {@code above 0}, {@code at least 1}, {@code in (0, 1]}. */
    @Override
    public String toString() {
        if (low.isPresent() && high.isPresent()) {
            return "in " + (lowIncluded ? "[" : "(") + plain(low) + ", " + plain(high) + (highIncluded ? "]" : ")");
        }
        if (low.isPresent()) {
            return (lowIncluded ? "at least " : "above ") + plain(low);
        }
        return high.isPresent() ? (highIncluded ? "at most " : "below ") + plain(high) : "any";
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        low.ifPresent(bound -> schema.put(lowIncluded ? "minimum" : "exclusiveMinimum", bound));
        high.ifPresent(bound -> schema.put(highIncluded ? "maximum" : "exclusiveMaximum", bound));
        return schema;
    }

    private static String plain(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("");
    }
}
