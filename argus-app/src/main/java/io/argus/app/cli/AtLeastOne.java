package io.argus.app.cli;

import io.argus.domain.ConfigException;
import java.util.Optional;
import java.util.OptionalInt;

/** A count that an option may give. */
final class AtLeastOne {

    private AtLeastOne() {}

    /**
     * @throws ConfigException when it is below 1
     */
    static OptionalInt of(String option, Optional<Integer> value) {
        if (value.isPresent() && value.get() < 1) {
            throw new ConfigException(option, "must be at least 1, not " + value.get());
        }
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }
}
