package io.argus.research.port;

import io.argus.domain.pack.Pack;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Keeps packs. Safe for any number of threads. */
public interface PackStore {

    /**
     * The folder beside a pack whose packs are parts of it, as a recording leaves them: what is loaded under the pack's name
     * is all of them together, and need not be one file.
     */
    static Path parts(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".journal");
    }

    /**
     * Gives a pack with all its parts, also while they are being merged.
     *
     * @throws io.argus.domain.DataException when there is none, it cannot be read, it is not what its hash says, or its
     *     parts do not go together
     */
    Loaded load(Path file, Reading reading);

    /** The pack alone, read as it stands. */
    default Pack load(Path file) {
        return load(file, Reading.asItStands()).pack();
    }

    /**
     * Replaces what stands there, whole or not at all.
     *
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void save(Path file, Pack pack);

    /**
     * What may be assumed where a pack does not say.
     *
     * @param assumedReceiptDelayMs how long after sending a snapshot that does not tell was received; empty to refuse
     *     such snapshots
     */
    record Reading(OptionalLong assumedReceiptDelayMs) {

        public Reading {
            if (assumedReceiptDelayMs.orElse(0) < 0) {
                throw new IllegalArgumentException(
                        "a receipt delay must not be negative: " + assumedReceiptDelayMs.getAsLong());
            }
        }

        /** Nothing is assumed. */
        public static Reading asItStands() {
            return new Reading(OptionalLong.empty());
        }

        public static Reading assumingReceiptAfter(long delayMs) {
            return new Reading(OptionalLong.of(delayMs));
        }
    }

    /**
     * What was read.
     *
     * @param notes how the source was understood, for the log
     * @param warnings what a person must look at
     */
    record Loaded(Pack pack, List<String> notes, List<String> warnings) {

        public Loaded {
            Objects.requireNonNull(pack, "pack");
            notes = List.copyOf(notes);
            warnings = List.copyOf(warnings);
        }
    }
}
