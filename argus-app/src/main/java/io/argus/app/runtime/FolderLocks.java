package io.argus.app.runtime;

import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps folders for one process at a time. The operating system holds the locks, so that they end with the process
 * however it ends; the file stays behind and means nothing.
 */
public final class FolderLocks implements AutoCloseable {

    private static final String FILE = ".argus.lock";

    /** The files that this process has locked. To open and close one of them again can give back its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final List<Path> held = new ArrayList<>();
    private final List<FileChannel> channels = new ArrayList<>();

    private FolderLocks() {}

    /**
     * Takes all of them, each once whatever path leads to it, or none.
     *
     * @param folders that exist
     * @throws ConfigException when another process, or another part of this one, has one of them
     */
    public static FolderLocks take(Collection<Path> folders) {
        FolderLocks locks = new FolderLocks();
        try {
            SortedSet<Path> distinct = new TreeSet<>();
            for (Path folder : folders) {
                distinct.add(folder.toRealPath());
            }
            distinct.forEach(locks::lock);
            return locks;
        } catch (IOException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), "cannot be locked: " + AtomicFiles.reason(e));
        } catch (ConfigException e) {
            locks.close();
            throw e;
        }
    }

    private void lock(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            lock(folder, file);
        } catch (IOException e) {
            throw new ConfigException(file.toString(), "cannot be locked: " + AtomicFiles.reason(e));
        }
    }

    private void lock(Path folder, Path file) throws IOException {
        if (!HELD.add(file)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        held.add(file);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channels.add(channel);
        if (!isTaken(channel)) {
            throw inUse(folder, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    }

    /** A folder that is mounted twice has two paths to one file, which this process may have locked by the other. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException takenByOtherPath) {
            return false;
        }
    }

    private static ConfigException inUse(Path folder, String process) {
        return new ConfigException(
                folder.toString(),
                "another argus (process " + process
                        + ") writes here; wait for its end, or give this one folders of its own");
    }

    /** Gives them back. */
    @Override
    public void close() {
        try {
            for (FileChannel channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back a lock", e);
        } finally {
            held.forEach(HELD::remove);
            held.clear();
        }
    }
}
