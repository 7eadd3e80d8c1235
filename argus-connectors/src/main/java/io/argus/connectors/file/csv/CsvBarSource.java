package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.port.BarSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

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
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream text = origin.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                InputStreamReader reader = new InputStreamReader(
                        text,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(false)
                        .ofCsvRecord(reader)) {
            return read(request, origin, csv.iterator());
        } catch (NoSuchFileException e) {
            throw new DataException(origin, "no such file", e);
        } catch (CharacterCodingException e) {
            throw new DataException(origin, "is not UTF-8 text", e);
        } catch (UncheckedIOException e) {
            throw unreadable(origin, e.getCause() == null ? e : e.getCause());
        } catch (CsvParseException e) {
            throw unreadable(origin, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            throw unreadable(origin, e);
        }
    }

    private static DataException unreadable(String origin, Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return new DataException(origin, "is not UTF-8 text", cause);
        }
        return new DataException(origin, "cannot be read: " + cause.getMessage(), cause);
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
            throw unreadable(origin, e);
        }
    }

    static boolean sessionDays(Request request) {
        return request.durationMs() == 86_400_000L && request.calendar() != TradingCalendar.roundTheClock();
    }

    static BarSeries.Builder builder(Request request) {
        return BarSeries.builder(request.symbol(), request.durationMs());
    }
}
