package io.argus.app.recording;

import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.PackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A pack that grows. Each interval is written at once, whole, as a small pack of its own in a folder beside the pack, and
 * merged into it from time to time. Whenever the process is killed, every interval that was finished is in the pack or in
 * the folder; merging what the pack has already changes nothing, so that it does not matter where a merge was cut off.
 *
 * <p>How far trades have been read stands in the names of the intervals, and after a merge in a file of its own.
 */
final class RecordingJournal {

    private static final String SUFFIX = ".pack";
    private static final String POSITION = "position";

    private final PackStore packs;
    private final Path pack;
    private final Path folder;
    private int next;

    RecordingJournal(PackStore packs, Path pack) {
        this.packs = packs;
        this.pack = pack;
        folder = folder(pack);
    }

    static Path folder(Path pack) {
        return AtomicFiles.folderOf(pack).resolve("." + pack.getFileName() + ".journal");
    }

    /** Merges what an earlier recording left, and gives all that there is; empty when nothing was recorded yet. */
    Optional<Pack> open() {
        merge();
        return Files.exists(pack) ? Optional.of(packs.load(pack)) : Optional.empty();
    }

    /** The sequence of the last trade that was recorded. */
    OptionalLong position() {
        Path file = folder.resolve(POSITION);
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            throw new DataException(file.toString(), "is no number; remove it to go on from now", e);
        }
    }

    /**
     * Keeps an interval. When this returns, it is on disk.
     *
     * @param position sequence of the last trade in it or before it
     */
    void append(Pack interval, long position) {
        packs.save(folder.resolve(String.format("%09d-%d%s", next, position, SUFFIX)), interval);
        next++;
    }

    /** How many intervals are not in the pack yet. */
    int unmerged() {
        return intervals().size();
    }

    /** Writes all intervals into the pack. */
    void merge() {
        List<Path> intervals = intervals();
        if (intervals.isEmpty()) {
            return;
        }
        List<Pack> parts = new ArrayList<>();
        if (Files.exists(pack)) {
            parts.add(packs.load(pack));
        }
        intervals.forEach(file -> parts.add(packs.load(file)));
        packs.save(pack, PackUnion.of(parts));
        AtomicFiles.write(folder.resolve(POSITION), position(intervals.get(intervals.size() - 1)) + "\n");
        try {
            for (Path each : intervals) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StorageException(folder.toString(), "merged intervals cannot be removed", e);
        }
    }

    private List<Path> intervals() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder.toString(), "cannot be read", e);
        }
    }

    private static long position(Path interval) {
        String name = interval.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1, name.length() - SUFFIX.length()));
    }
}
