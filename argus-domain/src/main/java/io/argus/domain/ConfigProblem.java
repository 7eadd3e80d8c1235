package io.argus.domain;

import java.util.Objects;

/**
 * One thing wrong with a configuration, a command line or a strategy's parameters.
 *
 * @param position where: {@code file:line:column}, an option's name, or empty when there is no narrower place
 * @param message what is wrong and what to do
 */
public record ConfigProblem(String position, String message) {

    public ConfigProblem {
        Objects.requireNonNull(position, "position");
        if (message.isBlank()) {
            throw new IllegalArgumentException("a problem needs a message");
        }
    }

    @Override
    public String toString() {
        return position.isEmpty() ? message : position + ": " + message;
    }
}
