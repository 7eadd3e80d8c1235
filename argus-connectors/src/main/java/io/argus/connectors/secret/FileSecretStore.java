package io.argus.connectors.secret;

import io.argus.connectors.file.AtomicFiles;
import io.argus.connectors.file.FileFault;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.research.port.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One YAML file of names and values, readable by its owner alone from its first byte, in a folder that is made as
 * private. Where the name is a link, what it leads to is that file, and the link stays. A file that group or others can
 * read is refused: whatever it holds is no secret any more. Safe for any number of threads; of two processes that save at
 * once, the later wins.
 */
public final class FileSecretStore implements SecretStore {

    private static final Set<PosixFilePermission> OPEN_TO_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** As many as operating systems follow. */
    private static final int MOST_LINKS = 40;

    private final Path file;

    public FileSecretStore(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Optional<char[]> find(String name) {
        SortedMap<String, char[]> all = load();
        Optional<char[]> found = Optional.ofNullable(all.remove(name));
        wipe(all);
        return found;
    }

    @Override
    public synchronized void save(String name, char[] value) {
        requireName(name);
        if (value.length == 0) {
            throw new IllegalArgumentException("a secret is not empty: " + name);
        }
        SortedMap<String, char[]> all = load();
        char[] before = all.put(name, value.clone());
        if (before != null) {
            Arrays.fill(before, '\0');
        }
        byte[] document = SecretDocument.write(all);
        try {
            if (document.length > SecretDocument.LONGEST) {
                throw new StorageException(
                        file.toString(), "would be longer than 1 MB, and could not be read again; nothing is changed");
            }
            AtomicFiles.writePrivate(target(), out -> out.write(document));
        } catch (UnsupportedOperationException e) {
            throw new StorageException(
                    file.toString(), "this file system cannot keep a file for its owner alone; use another place", e);
        } finally {
            Arrays.fill(document, (byte) 0);
            wipe(all);
        }
    }

    @Override
    public synchronized List<String> names() {
        SortedMap<String, char[]> all = load();
        List<String> names = List.copyOf(all.keySet());
        wipe(all);
        return names;
    }

    @Override
    public String toString() {
        return "secrets in " + file;
    }

    private SortedMap<String, char[]> load() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file.toString(), "is a folder; name a file in it");
        }
        requirePrivate();
        try {
            byte[] bytes = Files.readAllBytes(file);
            try {
                return SecretDocument.read(file.toString(), bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    private void requirePrivate() {
        try {
            Set<PosixFilePermission> open = EnumSet.copyOf(OPEN_TO_OTHERS);
            open.retainAll(Files.getPosixFilePermissions(file));
            if (!open.isEmpty()) {
                throw new DataException(
                        file.toString(),
                        "others than the owner can read or change this file; run chmod 600 on it,"
                                + " and renew what is in it if others had access");
            }
        } catch (UnsupportedOperationException e) {
            throw new DataException(
                    file.toString(), "this file system does not say who can read a file; use another place", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    /** Where links lead, even to a file that is not there yet. */
    private Path target() {
        Path target = file;
        for (int followed = 0; Files.isSymbolicLink(target); followed++) {
            if (followed == MOST_LINKS) {
                throw new StorageException(file.toString(), "is a link that leads to no file");
            }
            try {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            } catch (IOException e) {
                throw new StorageException(
                        file.toString(), "is a link that cannot be followed: " + FileFault.reason(e), e);
            }
        }
        return target;
    }

    private static void requireName(String name) {
        if (!SecretDocument.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a secret's name is a letter and then letters, digits, '_', '.' or '-': " + name);
        }
    }

    private static void wipe(SortedMap<String, char[]> secrets) {
        secrets.values().forEach(value -> Arrays.fill(value, '\0'));
    }
}
