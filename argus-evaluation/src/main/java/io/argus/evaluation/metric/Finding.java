package io.argus.evaluation.metric;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A result, or the reason why there is none. Statistics that cannot be computed are no failure of the program, and their
 * reason is what a reader wants to know.
 *
 * @param reason a clause without a full stop; empty where there is a value
 */
public record Finding<T>(Optional<T> value, String reason) {

    public Finding {
        Objects.requireNonNull(value, "value");
        if (value.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("either a value or a reason, not " + value + " and \"" + reason + "\"");
        }
    }

    public static <T> Finding<T> of(T value) {
        return new Finding<>(Optional.of(value), "");
    }

    public static <T> Finding<T> none(String reason) {
        return new Finding<>(Optional.empty(), reason);
    }

    public boolean isPresent() {
        return value.isPresent();
    }

    /**
     * @throws NoSuchElementException with the reason, where there is no value
     */
    public T get() {
        return value.orElseThrow(() -> new NoSuchElementException("not computable: " + reason));
    }

    /** What is made of the value; the same reason where there is none. */
    public <U> Finding<U> map(Function<? super T, ? extends U> function) {
        return value.isPresent() ? of(function.apply(value.get())) : none(reason);
    }
}
