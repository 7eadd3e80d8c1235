package io.argus.app.recording;

import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PackUnion;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pack that grows. Each interval is written at once, whole, as a part of the pack, and from time to time the intervals are
 * merged: into the pack while that is small, then into one segment after the other, each as small. So an interval costs the
 * same however much was recorded before it, and whoever loads the pack gets all of it. Whenever the process is killed,
 * every interval that was finished is in one of the parts; merging what is there already changes nothing, so that it does
 * not matter where a merge was cut off.
 *
 * <p>How far trades have been read stands in the names of the intervals, and after a merge in a file of its own.
 */
final class RecordingJournal {

    /** In bytes. What is larger is never written again. */
    private static final long LARGE = 32L << 20;

    private static final String SUFFIX = ".pack";
    private static final String POSITION = "position";

    /** Sorts before intervals, which are newer. */
    private static final String SEGMENT = "0-segment-";

    private static final String INTERVAL = "1-interval-";

    private final PackStore packs;
    private final Path pack;
    private final Path folder;
    private final long large;
    private int next;

    RecordingJournal(PackStore packs, Path pack) {
        this(packs, pack, LARGE);
    }

    /**
     * @param large from this size in bytes on a file is left alone
     */
    RecordingJournal(PackStore packs, Path pack, long large) {
        this.packs = packs;
        this.pack = pack;
        this.large = large;
        folder = PackStore.parts(pack);
    }

    /** Merges what an earlier recording left, and gives all that there is; empty when nothing was recorded yet. */
    Optional<Pack> open() {
        merge();
        return Files.exists(pack) ? Optional.of(packs.load(pack)) : Optional.empty();
    }

    /**
     * The sequence of the last trade that was recorded.
     *
     * @param newest of the exchange, from which a recording that has none goes on
     * @throws DataException when the exchange has not come so far: trades would be left out without a word until it has
     */
    long position(long newest) {
        Path file = folder.resolve(POSITION);
        if (!Files.exists(file)) {
            return newest;
        }
        try {
            long position = Long.parseLong(Files.readString(file).strip());
            if (position < 0 || position > newest) {
                throw new DataException(
                        file.toString(),
                        "tells the trade " + position + ", and the exchange's newest is " + newest
                                + "; remove it to go on from now");
            }
            return position;
        } catch (CharacterCodingException | NumberFormatException e) {
            throw new DataException(file.toString(), "is no number; remove it to go on from now", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Keeps an interval. When this returns, it is on disk.
     *
     * @param position sequence of the last trade in it or before it
     */
    void append(Pack interval, long position) {
        packs.save(
                folder.resolve(String.format(Locale.ROOT, "%s%09d-%d%s", INTERVAL, next, position, SUFFIX)), interval);
        next++;
    }

    /** How many intervals are not merged yet. */
    int unmerged() {
        return parts(INTERVAL).size();
    }

    /** Merges all intervals into the newest file that is not large. */
    void merge() {
        List<Path> intervals = parts(INTERVAL);
        if (intervals.isEmpty()) {
            return;
        }
        long position = position(intervals.get(intervals.size() - 1));
        Path into = newestSmall();
        List<Pack> merged = new ArrayList<>();
        if (Files.exists(into)) {
            merged.add(packs.load(into));
        }
        intervals.forEach(file -> merged.add(packs.load(file)));
        packs.save(into, PackUnion.of(merged));
        AtomicFiles.write(folder.resolve(POSITION), position + "\n");
        try {
            for (Path each : intervals) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StorageException(
                    folder.toString(), "merged intervals cannot be removed: " + AtomicFiles.reason(e), e);
        }
    }

    private Path newestSmall() {
        List<Path> segments = parts(SEGMENT);
        Path newest = segments.isEmpty() ? pack : segments.get(segments.size() - 1);
        return isLarge(newest)
                ? folder.resolve(String.format(Locale.ROOT, "%s%09d%s", SEGMENT, segments.size() + 1, SUFFIX))
                : newest;
    }

    private boolean isLarge(Path file) {
        try {
            return Files.exists(file) && Files.size(file) >= large;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private List<Path> parts(String kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind)
                            && file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static DataException unreadable(Path place, IOException e) {
        return new DataException(place.toString(), "cannot be read: " + AtomicFiles.reason(e), e);
    }

    private static long position(Path interval) {
        String name = interval.getFileName().toString();
        int from = name.indexOf('-', INTERVAL.length()) + 1;
        try {
            return Long.parseLong(name.substring(from, name.length() - SUFFIX.length()));
        } catch (NumberFormatException e) {
            throw new DataException(
                    interval.toString(),
                    "does not tell its last trade as " + INTERVAL + "N-TRADE.pack does; rename it",
                    e);
        }
    }
}
