package io.argus.connectors.file.pack;

import io.argus.connectors.file.AtomicFiles;
import io.argus.connectors.file.FileFault;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PackUnion;
import io.argus.research.port.PackStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs as files: columns under names that end in {@code .pack}, JSON under all others. When reading, what the file
 * begins with decides.
 */
public final class FilePackStore implements PackStore {

    private static final int BUFFER = 1 << 16;
    private static final String SUFFIX = ".pack";

    @Override
    public Loaded load(Path file, Reading reading) {
        if (Files.isDirectory(file)) {
            throw new DataException(file.toString(), "is not a file");
        }
        List<Path> names = parts(file);
        if (names.isEmpty()) {
            return alone(file, reading).orElseThrow(() -> new DataException(file.toString(), "no such file"));
        }
        // What is merged meanwhile moves from the last of these to the first: read in this order, nothing is missed.
        Deque<Pack> found = new ArrayDeque<>();
        for (int i = names.size() - 1; i >= 0; i--) {
            alone(names.get(i), reading).ifPresent(part -> found.addFirst(part.pack()));
        }
        Optional<Loaded> first = alone(file, reading);
        first.ifPresent(part -> found.addFirst(part.pack()));
        if (found.isEmpty()) {
            throw new DataException(file.toString(), "no such file");
        }
        return new Loaded(
                joined(file, List.copyOf(found)),
                first.map(Loaded::notes).orElse(List.of()),
                first.map(Loaded::warnings).orElse(List.of()));
    }

    private static Pack joined(Path file, List<Pack> parts) {
        try {
            return PackUnion.of(parts);
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    file.toString(),
                    "cannot be joined with what was recorded in " + PackStore.parts(file) + ": " + e.getMessage()
                            + "; give one of the two another name, or remove it",
                    e);
        }
    }

    /** One file; empty when there is none. */
    private static Optional<Loaded> alone(Path file, Reading reading) {
        try {
            return Optional.of(
                    columnar(file)
                            ? new Loaded(ColumnarReader.read(file), List.of(), List.of())
                            : JsonPackReader.read(file, reading));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    /** The older first. */
    private static List<Path> parts(Path file) {
        Path folder = PackStore.parts(file);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    @Override
    public void save(Path file, Pack pack) {
        if (file.toString().endsWith(SUFFIX)) {
            write(file, out -> ColumnarWriter.write(pack, out));
            return;
        }
        long outcomes = pack.outcomes().stream().mapToLong(OutcomeSeries::size).sum();
        if (outcomes > PackJson.MOST_OUTCOMES) {
            throw new StorageException(
                    file.toString(),
                    "a JSON pack holds " + PackJson.MOST_OUTCOMES + " outcomes at most, not " + outcomes
                            + "; give it a name that ends in .pack");
        }
        write(file, out -> JsonPackWriter.write(pack, out));
    }

    private static void write(Path file, AtomicFiles.Content content) {
        AtomicFiles.write(file, out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
            content.writeTo(buffered);
            buffered.flush();
        });
    }

    private static boolean columnar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ColumnarFormat.startsWithMagic(ByteBuffer.wrap(in.readNBytes(Long.BYTES)));
        }
    }
}
