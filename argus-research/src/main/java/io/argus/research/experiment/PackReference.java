package io.argus.research.experiment;

import io.argus.domain.pack.Pack;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pack that a run read: where it lay and what it contained.
 *
 * @param labels of the pack, such as {@link Pack#SYNTHETIC} and {@link Pack#ASSUMED_RECEIPT_DELAY_MS}: what a reader of
 *     the result must know of its prices
 */
public record PackReference(String path, String hash, SortedMap<String, String> labels) {

    public PackReference {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(hash, "hash");
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Of a pack that carries no labels. */
    public PackReference(String path, String hash) {
        this(path, hash, Collections.emptySortedMap());
    }

    /** Of a pack that lies somewhere. */
    public static PackReference to(String path, Pack pack) {
        return new PackReference(path, pack.hash().hex(), pack.labels());
    }
}
