package io.argus.app.config.bind;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A single value, read from its text.
 *
 * @param parser gives the value, or throws an {@link IllegalArgumentException} that says what else was expected
 */
public record Scalar<T>(String noun, Map<String, Object> schema, Function<String, T> parser, Function<T, Object> writer)
        implements Shape<T> {

    private static final int MILLI_DIGITS = 3;

    /** Programs that read schemas need not look at a format, and this is nearly all that one says. */
    private static final String DAY = "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
            + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$";

    private static final String LENGTH = "([0-9]+\\.?[0-9]*|\\.[0-9]+)(ms|s|m|h|d)";

    private static final Range EVERYTHING = Range.parse("(-inf, inf)");

    /** Numbers with more digits than this are slips, or attacks: 1e999999999 has a billion. */
    private static final int MOST_DIGITS = 400;

    @Override
    public Optional<T> read(Node node, String path, Reading reading) {
        if (!(node instanceof ScalarNode scalar)) {
            reading.problem(node, name(path) + " takes " + article(noun) + ", not a list or a section");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.getValue().strip()));
        } catch (IllegalArgumentException e) {
            reading.problem(node, name(path) + " " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Object> written(T value) {
        return Optional.of(writer.apply(value));
    }

    /** Any text but an empty one. */
    public static Scalar<String> text() {
        return new Scalar<>(
                "text",
                ImmutableMap.of("type", List.of("string", "number", "boolean"), "minLength", 1),
                text -> require(text, !text.isEmpty(), "takes a text, not an empty one"),
                text -> text);
    }

    /** Any finite number. */
    public static Scalar<Double> number() {
        return number(EVERYTHING);
    }

    /**
     * A number within an interval, such as {@code (0, 1]}.
     *
     * @throws IllegalArgumentException when the interval is none
     */
    public static Scalar<Double> number(String range) {
        return number(Range.parse(range));
    }

    public static Scalar<Path> path() {
        return new Scalar<>("path", ImmutableMap.of("type", "string", "minLength", 1), Scalar::toPath, Path::toString);
    }

    static Scalar<LocalDate> date() {
        return new Scalar<>(
                "date",
                ImmutableMap.of("type", "string", "format", "date", "pattern", DAY),
                Scalar::toDate,
                LocalDate::toString);
    }

    static Scalar<Boolean> truth() {
        return new Scalar<>("true or false", Map.of("type", "boolean"), Scalar::toBoolean, value -> value);
    }

    static Scalar<BigDecimal> decimal(Range range) {
        return new Scalar<>(
                ranged("number", range),
                schema("number", range),
                text -> inRange(decimal(text, "a number"), range),
                value -> value);
    }

    static Scalar<Double> number(Range range) {
        return new Scalar<>(
                ranged("number", range),
                schema("number", range),
                text -> inRange(decimal(text, "a number"), range).doubleValue(),
                value -> value);
    }

    static Scalar<Long> whole(Range range) {
        return new Scalar<>(
                ranged("whole number", range),
                schema("integer", range),
                text -> exact(inRange(decimal(text, "a whole number"), range), text),
                value -> value);
    }

    static Scalar<Duration> duration(Range range) {
        // Zero, whatever its unit, is the one bound that a pattern can tell; the others hold for bare numbers.
        String least = range.contains(BigDecimal.ZERO) ? "" : "(?=.*[1-9])";
        Map<String, Object> schema = Map.of(
                "anyOf",
                List.of(
                        ImmutableMap.of("type", "string", "pattern", "^" + least + LENGTH + "$"),
                        schema("number", range)));
        return new Scalar<>(
                "duration such as 60s, 5m, 1h or 1d (a bare number is seconds)"
                        + (range.isEverything() ? "" : ", " + range + " s"),
                schema,
                text -> toDuration(text, range),
                Scalar::toText);
    }

    /**
     * One of some names; upper and lower case are the same.
     *
     * @param names in the order in which they are shown
     */
    public static <E> Scalar<E> choice(Map<String, E> names) {
        String all = String.join(" | ", names.keySet());
        Map<E, String> texts = new LinkedHashMap<>();
        names.forEach((name, value) -> texts.put(value, name));
        return new Scalar<>(
                all,
                Map.of("enum", List.copyOf(names.keySet())),
                text -> names.entrySet().stream()
                        .filter(each -> each.getKey().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("is one of " + String.join(", ", names.keySet())
                                + ", not \"" + text + "\"" + Suggestion.question(text, names.keySet())))
                        .getValue(),
                value -> String.valueOf(texts.get(value)));
    }

    /**
     * A finite decimal number.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static BigDecimal decimal(String text, String noun) {
        return findDecimal(text)
                .orElseThrow(() -> new IllegalArgumentException("takes " + noun + ", not \"" + text + "\""));
    }

    private static Optional<BigDecimal> findDecimal(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text.replaceAll("(?<=\\d)_(?=\\d)", ""));
            boolean sound = Math.abs((long) value.scale()) <= MOST_DIGITS && Double.isFinite(value.doubleValue());
            return Optional.of(value).filter(each -> sound);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static BigDecimal inRange(BigDecimal value, Range range) {
        return require(value, range.contains(value), "must be " + range + ", not " + value.toPlainString());
    }

    private static long exact(BigDecimal value, String text) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("takes a whole number, not \"" + text + "\"", e);
        }
    }

    private static Duration toDuration(String text, Range range) {
        Duration value = DurationText.parse(text);
        inRange(BigDecimal.valueOf(value.toMillis(), MILLI_DIGITS).stripTrailingZeros(), range);
        return value;
    }

    private static String toText(Duration value) {
        long millis = value.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds % 86_400 == 0 && seconds > 0) {
            return seconds / 86_400 + "d";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Path toPath(String text) {
        try {
            return Path.of(require(text, !text.isEmpty(), "takes a path, not an empty text"));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("takes a path, not \"" + text + "\"", e);
        }
    }

    private static LocalDate toDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("takes a date such as 2007-01-01, not \"" + text + "\"", e);
        }
    }

    private static Boolean toBoolean(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("takes true or false, not \"" + text + "\"");
        };
    }

    private static <V> V require(V value, boolean sound, String otherwise) {
        if (!sound) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }

    private static String ranged(String noun, Range range) {
        return range.isEverything() ? noun : noun + " " + range;
    }

    private static Map<String, Object> schema(String type, Range range) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.putAll(range.schema());
        return schema;
    }

    /** The last part of a path, as messages call it. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String article(String noun) {
        return noun.contains(" | ") ? "one of " + noun : "a " + noun;
    }
}
