package io.argus.research.ranking;

import java.util.Objects;

/**
 * Where a run's daily returns stand.
 *
 * @param sourceFile relative to the rankings file
 * @param hash SHA-256 of the file, hexadecimal
 */
public record ReturnsReference(String sourceFile, String hash) {

    public ReturnsReference {
        Objects.requireNonNull(sourceFile, "sourceFile");
        Objects.requireNonNull(hash, "hash");
    }
}
