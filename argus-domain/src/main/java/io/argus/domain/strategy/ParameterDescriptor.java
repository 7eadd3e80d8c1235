package io.argus.domain.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A strategy's parameter: its type, its default and what values it takes.
 *
 * @param defaultValue a {@link Long}, {@link BigDecimal}, {@link Boolean} or {@link String}, as the type says
 * @param minimum for numbers: the smallest value, included
 * @param maximum for numbers: the largest value, included
 * @param choices for texts: the values there are; empty when any will do
 */
public record ParameterDescriptor(
        String name,
        Type type,
        Object defaultValue,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        List<String> choices,
        String description) {

    /** The type of a parameter's values. */
    public enum Type {
        INTEGER,
        DECIMAL,
        BOOLEAN,
        TEXT
    }

    public ParameterDescriptor {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a parameter's name is snake_case: " + name);
        }
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(maximum, "maximum");
        Objects.requireNonNull(description, "description");
        choices = List.copyOf(choices);
        defaultValue = convert(name, type, defaultValue);
        check(name, defaultValue, minimum, maximum, choices);
    }

    public static ParameterDescriptor integer(
            String name, long defaultValue, long minimum, long maximum, String description) {
        return new ParameterDescriptor(
                name,
                Type.INTEGER,
                defaultValue,
                Optional.of(BigDecimal.valueOf(minimum)),
                Optional.of(BigDecimal.valueOf(maximum)),
                List.of(),
                description);
    }

    public static ParameterDescriptor decimal(
            String name, String defaultValue, String minimum, String maximum, String description) {
        return new ParameterDescriptor(
                name,
                Type.DECIMAL,
                new BigDecimal(defaultValue),
                Optional.of(new BigDecimal(minimum)),
                Optional.of(new BigDecimal(maximum)),
                List.of(),
                description);
    }

    public static ParameterDescriptor flag(String name, boolean defaultValue, String description) {
        return new ParameterDescriptor(
                name, Type.BOOLEAN, defaultValue, Optional.empty(), Optional.empty(), List.of(), description);
    }

    /**
     * @param choices the values there are; empty when any will do
     */
    public static ParameterDescriptor text(String name, String defaultValue, List<String> choices, String description) {
        return new ParameterDescriptor(
                name, Type.TEXT, defaultValue, Optional.empty(), Optional.empty(), choices, description);
    }

    /**
     * The value in this parameter's type: {@link Long}, {@link BigDecimal}, {@link Boolean} or {@link String}.
     *
     * @param value a number, a boolean or a text that reads as the type
     * @throws IllegalArgumentException when it is none or out of range, with a message for the user
     */
    public Object accept(Object value) {
        Object converted = convert(name, type, value);
        check(name, converted, minimum, maximum, choices);
        return converted;
    }

    /** The values there are, for people: {@code 2 to 400}, {@code UP | DOWN}, or empty. */
    public String range() {
        if (minimum.isPresent() && maximum.isPresent()) {
            return minimum.get().toPlainString() + " to " + maximum.get().toPlainString();
        }
        return String.join(" | ", choices);
    }

    private static Object convert(String name, Type type, Object value) {
        String text = value.toString().strip();
        try {
            return switch (type) {
                case INTEGER -> new BigDecimal(text).longValueExact();
                case DECIMAL -> Parameters.decimal(new BigDecimal(text));
                case BOOLEAN -> truth(text);
                case TEXT -> text;
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes " + noun(type) + ", not \"" + text + "\"", e);
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new NumberFormatException(text);
        };
    }

    private static String noun(Type type) {
        return switch (type) {
            case INTEGER -> "a whole number";
            case DECIMAL -> "a number";
            case BOOLEAN -> "true or false";
            case TEXT -> "a text";
        };
    }

    private static void check(
            String name,
            Object value,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum,
            List<String> choices) {
        if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            boolean below = minimum.isPresent() && exact.compareTo(minimum.get()) < 0;
            boolean above = maximum.isPresent() && exact.compareTo(maximum.get()) > 0;
            if (below || above) {
                throw new IllegalArgumentException(name + " must lie between "
                        + minimum.map(BigDecimal::toPlainString).orElse("-infinity") + " and "
                        + maximum.map(BigDecimal::toPlainString).orElse("infinity") + ", not " + value);
            }
        } else if (value instanceof String text && !choices.isEmpty() && !choices.contains(text)) {
            throw new IllegalArgumentException(
                    name + " is one of " + String.join(", ", choices) + ", not \"" + text + "\"");
        }
    }
}
