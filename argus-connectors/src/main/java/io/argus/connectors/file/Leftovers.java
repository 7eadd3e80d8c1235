package io.argus.connectors.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The temporary files of processes that were killed while they wrote. Whoever writes one holds the operating system's
 * lock on it, which ends with the process however that ends.
 */
final class Leftovers {

    private static final Pattern NAME =
            Pattern.compile("\\..+\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.tmp");

    private Leftovers() {}

    /** A name that nobody else gives a temporary file. */
    static String name(Path file) {
        return "." + file.getFileName() + "." + UUID.randomUUID() + ".tmp";
    }

    /** Keeps a temporary file from being taken for a leftover, where the file system has locks. */
    static void hold(FileChannel temporary) {
        try {
            temporary.lock();
        } catch (IOException noLocks) {
            // Then nobody can find out either that the file is a leftover.
            return;
        }
    }

    /**
     * Removes them from a folder; what cannot be removed stays.
     *
     * @param before what was written later is some other process's that has not taken its lock yet
     */
    static void remove(Path folder, Instant before) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Leftovers::isNamedSo)) {
            for (Path each : found) {
                removeOne(each, before);
            }
        } catch (IOException | DirectoryIteratorException leaveThem) {
            return;
        }
    }

    private static boolean isNamedSo(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    private static void removeOne(Path file, Instant before) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                removeUnheld(file);
            }
        } catch (IOException | OverlappingFileLockException leaveIt) {
            // Somebody else's, or one that this process writes.
            return;
        }
    }

    private static void removeUnheld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.delete(file);
            }
        }
    }
}
