package io.argus.domain.strategy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A strategy's parameter values by name, in the order of the names. Values are {@link Long}, {@link BigDecimal},
 * {@link Boolean} or {@link String}; decimals stay decimals until a strategy asks for a {@code double}, so that a sweep
 * over 0.02 to 0.08 by 0.01 has the values it says.
 */
public final class Parameters {

    private static final Parameters NONE = new Parameters(new TreeMap<>());

    private final SortedMap<String, Object> values;

    private Parameters(SortedMap<String, Object> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    public static Parameters none() {
        return NONE;
    }

    /**
     * @throws IllegalArgumentException when a value is of another type than the four there are, or a number that no double
     *     holds
     */
    public static Parameters of(Map<String, ?> values) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, accepted(name, value)));
        return new Parameters(sorted);
    }

    public SortedMap<String, Object> asMap() {
        return values;
    }

    public boolean contains(String name) {
        return values.containsKey(name);
    }

    public int getInteger(String name) {
        return Math.toIntExact(((Number) get(name)).longValue());
    }

    public double getDecimal(String name) {
        return ((Number) get(name)).doubleValue();
    }

    public boolean getFlag(String name) {
        return (Boolean) get(name);
    }

    public String getText(String name) {
        return get(name).toString();
    }

    /** These values with others put over them. */
    public Parameters with(Map<String, ?> others) {
        TreeMap<String, Object> merged = new TreeMap<>(values);
        merged.putAll(of(others).values);
        return new Parameters(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** {@code fast=10,slow=50}, decimals in plain notation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : ",")
                .append(name)
                .append('=')
                .append(value instanceof BigDecimal decimal ? decimal.toPlainString() : value));
        return text.toString();
    }

    /**
     * The one form of a number, so that equal numbers are equal values.
     *
     * @throws ArithmeticException when no double holds it: written out, it might have a thousand million digits
     */
    static BigDecimal decimal(BigDecimal value) {
        double size = value.doubleValue();
        if (Double.isInfinite(size) || (size == 0 && value.signum() != 0)) {
            throw new ArithmeticException("no double holds it");
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }

    private static Object accepted(String name, Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        try {
            if (value instanceof Double number) {
                return decimal(BigDecimal.valueOf(number));
            }
            if (value instanceof BigDecimal number) {
                return decimal(number);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("parameter " + name + " is no number: " + value, e);
        }
        boolean known = value instanceof Long || value instanceof Boolean || value instanceof String;
        if (!known) {
            throw new IllegalArgumentException(
                    "parameter " + name + " is neither a number, a text nor true or false: " + value);
        }
        return value;
    }
}
