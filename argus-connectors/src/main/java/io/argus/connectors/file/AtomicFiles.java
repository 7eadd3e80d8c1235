package io.argus.connectors.file;

import io.argus.domain.ConfigException;
import io.argus.domain.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes files whole or not at all: into a temporary file in the same folder, flushed to disk, then renamed over what
 * stood there. Safe for any number of threads.
 */
public final class AtomicFiles {

    private static final Set<StandardOpenOption> NEW_FILE =
            EnumSet.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private AtomicFiles() {}

    /** Writes to a stream that becomes the file when it is done. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @throws StorageException when it cannot be written; what stood there is as it was
     */
    public static void write(Path file, Content content) {
        write(file, content, new FileAttribute<?>[0], new FileAttribute<?>[0]);
    }

    /**
     * Writes a file that its owner alone can read, from its first byte on; a folder that is missing is made for its
     * owner alone.
     *
     * @throws StorageException when it cannot be written; what stood there is as it was
     * @throws UnsupportedOperationException when the file system keeps no owner and mode
     */
    public static void writePrivate(Path file, Content content) {
        write(file, content, new FileAttribute<?>[] {mode("rwx------")}, new FileAttribute<?>[] {mode("rw-------")});
    }

    private static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static void write(
            Path file, Content content, FileAttribute<?>[] folderAttributes, FileAttribute<?>[] fileAttributes) {
        Path folder = folderOf(file);
        try {
            Files.createDirectories(folder, folderAttributes);
            // Not createTempFile: its files are private, and results are for everybody whom the umask lets read.
            Path temporary = folder.resolve(Leftovers.name(file));
            try (FileChannel channel = FileChannel.open(temporary, NEW_FILE, fileAttributes)) {
                Leftovers.hold(channel);
                OutputStream out = Channels.newOutputStream(channel);
                content.writeTo(out);
                out.flush();
                channel.force(true);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new StorageException(file.toString(), "cannot be written: " + FileFault.reason(e), e);
        }
    }

    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The folder that a file lies in. */
    public static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /**
     * Finds out before any work whether a file can be written.
     *
     * @throws ConfigException when it cannot
     */
    public static void requireWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new ConfigException(file.toString(), "is a folder; name a file in it");
        }
        requireWritableFolder(folderOf(file));
    }

    /**
     * Finds out before any work whether files can be written into a folder, and removes what processes that were killed
     * had begun to write there. A folder that is missing is left so: what is written later makes it.
     *
     * @throws ConfigException when they cannot
     */
    public static void requireWritableFolder(Path folder) {
        Path standing = folder.toAbsolutePath();
        while (!Files.exists(standing, LinkOption.NOFOLLOW_LINKS)) {
            standing = folderOf(standing);
        }
        try {
            if (!Files.isDirectory(standing)) {
                throw new FileAlreadyExistsException(standing.toString());
            }
            Files.delete(Files.createFile(standing.resolve(Leftovers.name(Path.of("argus")))));
            ProcessHandle.current().info().startInstant().ifPresent(start -> Leftovers.remove(folder, start));
        } catch (NoSuchFileException e) {
            // Of the file that was tried, whose name says nothing to anybody.
            throw new ConfigException(folder.toString(), "cannot write here: " + standing + " takes no files");
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /**
     * Makes a folder where it is missing, before any work.
     *
     * @throws ConfigException when it cannot be made, or files cannot be written into it
     */
    public static void prepareFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        requireWritableFolder(folder);
    }

    /** Why a file or folder cannot be read or written, in words. */
    public static String reason(IOException fault) {
        return FileFault.reason(fault);
    }

    private static ConfigException cannotWrite(Path folder, IOException e) {
        return new ConfigException(folder.toString(), "cannot write here: " + FileFault.reason(e));
    }
}
