package io.argus.connectors.file.pack;

import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.PackStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Packs as files: columns under names that end in {@code .pack}, JSON under all others. When reading, what the file
 * begins with decides.
 */
public final class FilePackStore implements PackStore {

    private static final int BUFFER = 1 << 16;

    @Override
    public Loaded load(Path file, Reading reading) {
        String origin = file.toString();
        if (Files.isDirectory(file)) {
            throw new DataException(origin, "is not a file");
        }
        try {
            return columnar(file)
                    ? new Loaded(ColumnarReader.read(file), List.of(), List.of())
                    : JsonPackReader.read(file, reading);
        } catch (NoSuchFileException e) {
            throw new DataException(origin, "no such file", e);
        } catch (IOException e) {
            throw new DataException(origin, "cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void save(Path file, Pack pack) {
        if (file.toString().endsWith(".pack")) {
            AtomicFiles.write(file, out -> {
                BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
                ColumnarWriter.write(pack, buffered);
                buffered.flush();
            });
            return;
        }
        long outcomes = pack.outcomes().stream().mapToLong(OutcomeSeries::size).sum();
        if (outcomes > PackJson.MOST_OUTCOMES) {
            throw new StorageException(
                    file.toString(),
                    "a JSON pack holds " + PackJson.MOST_OUTCOMES + " outcomes at most, not " + outcomes
                            + "; give it a name that ends in .pack");
        }
        AtomicFiles.write(file, out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
            JsonPackWriter.write(pack, buffered);
            buffered.flush();
        });
    }

    private static boolean columnar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ColumnarFormat.startsWithMagic(ByteBuffer.wrap(in.readNBytes(Long.BYTES)));
        }
    }
}
