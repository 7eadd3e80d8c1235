package io.argus.domain.experiment;

import java.util.Objects;

/** The pack that a run read: where it lay and what it contained. */
public record PackReference(String path, String hash) {

    public PackReference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(hash, "hash");
    }
}
