package io.argus.app.config.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Knows the shape of every type that a key may have: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code
 * double}, {@link BigDecimal}, {@link Path}, {@link Duration}, {@link LocalDate}, enums (their names in lower case),
 * records (sections), {@code List}, {@code Map} and {@code Optional} of these, and what is added with {@link #with}.
 * Immutable.
 */
public final class Shapes {

    private final Map<Class<?>, Shape<?>> added;

    private Shapes(Map<Class<?>, Shape<?>> added) {
        this.added = added;
    }

    public static Shapes standard() {
        return new Shapes(Map.of());
    }

    /** Also with a shape for a type of its own, which comes before the usual ones. */
    public <T> Shapes with(Class<T> type, Shape<T> shape) {
        Map<Class<?>, Shape<?>> all = new HashMap<>(added);
        all.put(type, shape);
        return new Shapes(all);
    }

    /** The section that a record makes. */
    public <R extends Record> Section<R> section(Class<R> record) {
        return Section.of(record, this);
    }

    Shape<?> of(Type type, Range range) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, range);
        }
        if (type instanceof Class<?> plain) {
            Shape<?> own = added.get(plain);
            return own == null ? plain(plain, range) : own;
        }
        throw new IllegalStateException("no key can be of type " + type);
    }

    private Shape<?> generic(ParameterizedType type, Range range) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ListOf<>(of(arguments[0], range));
        }
        if (type.getRawType() == Optional.class) {
            return maybe(of(arguments[0], range));
        }
        if (type.getRawType() == Map.class && of(arguments[0], range) instanceof Scalar<?> key) {
            return new MapOf<>(key, of(arguments[1], range));
        }
        throw new IllegalStateException("no key can be of type " + type);
    }

    private Shape<?> plain(Class<?> type, Range range) {
        if (type == String.class) {
            return Scalar.text();
        } else if (type == boolean.class) {
            return Scalar.truth();
        } else if (type == int.class) {
            return whole(range);
        } else if (type == long.class) {
            return Scalar.whole(range);
        } else if (type == double.class || type == Double.class) {
            return Scalar.number(range);
        } else if (type == BigDecimal.class) {
            return Scalar.decimal(range);
        } else if (type == OptionalDouble.class) {
            return new Maybe<>(
                    Scalar.number(range),
                    OptionalDouble.empty(),
                    OptionalDouble::of,
                    value -> value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty());
        } else if (type == OptionalInt.class) {
            return new Maybe<>(
                    whole(range),
                    OptionalInt.empty(),
                    OptionalInt::of,
                    value -> value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty());
        } else if (type == Path.class) {
            return Scalar.path();
        } else if (type == Duration.class) {
            return Scalar.duration(range);
        } else if (type == LocalDate.class) {
            return Scalar.date();
        } else if (type.isEnum()) {
            return choice(type);
        } else if (type.isRecord()) {
            return Section.of(type, this);
        }
        throw new IllegalStateException("no key can be of type " + type);
    }

    private static Scalar<Integer> whole(Range range) {
        Scalar<Long> wide = Scalar.whole(range);
        Map<String, Object> schema = new LinkedHashMap<>(wide.schema());
        if (!schema.containsKey("maximum") && !schema.containsKey("exclusiveMaximum")) {
            schema.put("maximum", Integer.MAX_VALUE);
        }
        return new Scalar<>(wide.noun(), schema, wide.parser().andThen(Shapes::narrow), value -> value);
    }

    private static Integer narrow(long value) {
        if ((int) value != value) {
            throw new IllegalArgumentException("must be at most " + Integer.MAX_VALUE + " in size, not " + value);
        }
        return (int) value;
    }

    private static Scalar<Object> choice(Class<?> type) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            names.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
        }
        return Scalar.choice(names);
    }

    private static <T> Shape<Optional<T>> maybe(Shape<T> value) {
        return new Maybe<>(value, Optional.empty(), Optional::of, Function.identity());
    }
}
