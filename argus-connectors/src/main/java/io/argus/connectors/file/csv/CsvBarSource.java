package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.domain.DataException;
import io.argus.research.port.BarSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Bars from a CSV file with a header, gzipped where its name ends in {@code .gz}. Times may be ISO dates, ISO date-times
 * or epoch times, one form for the whole file.
 */
public final class CsvBarSource implements BarSource {

    /** A row of text rarely takes less than this; a column of numbers takes 56 bytes, twice while it grows. */
    private static final long LEAST_ROW_BYTES = 24;

    private static final long HEAP_ROW_BYTES = 112;
    private static final long GZIP_RATIO = 6;

    @Override
    public Bars load(Request request) {
        Path file = request.file();
        String origin = file.toString();
        requireRoom(file, origin);
        return CsvFile.read(file, rows -> read(request, origin, rows));
    }

    private static Bars read(Request request, String origin, Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw new DataException(origin, "is empty; a header and rows are expected");
        }
        BarColumns columns = BarColumns.of(origin, rows.next());
        SeriesAssembly assembly = new SeriesAssembly(request, origin);
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            try {
                assembly.add(columns, row);
            } catch (IllegalArgumentException e) {
                assembly.bad(row.getStartingLineNumber(), String.valueOf(e.getMessage()));
            }
        }
        return assembly.finish();
    }

    private static void requireRoom(Path file, String origin) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(origin, Files.exists(file) ? "is not a file" : "no such file");
        }
        try {
            long bytes = Files.size(file) * (origin.endsWith(".gz") ? GZIP_RATIO : 1);
            long needed = bytes / LEAST_ROW_BYTES * HEAP_ROW_BYTES / 4;
            if (needed > Runtime.getRuntime().maxMemory()) {
                throw new DataException(
                        origin,
                        "is too large for the memory allowed (" + bytes / 1_000_000 + " MB of text); give more with "
                                + "ARGUS_OPTS=-Xmx8g, or cut the file");
            }
        } catch (IOException e) {
            throw CsvFile.unreadable(origin, e);
        }
    }
}
