package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.argus.domain.DataException;
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
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Opens a CSV file, gzipped where its name ends in {@code .gz}, and says in one line why it cannot be read. */
final class CsvFile {

    private static final int BUFFER = 1 << 16;

    private CsvFile() {}

    /**
     * Reads rows while the file is open; empty lines are skipped, and the number of fields is for the reader to check.
     *
     * @throws DataException when the file is missing, is no text, or breaks off
     */
    static <T> T read(Path file, Function<Iterator<CsvRecord>, T> reader) {
        String origin = file.toString();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream bytes = origin.endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
                InputStreamReader text = new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(false)
                        .ofCsvRecord(text)) {
            return reader.apply(csv.iterator());
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

    /** A name in the header as it is meant: without a byte order mark and spaces around it. */
    static String headerName(String field) {
        return field.replace("\uFEFF", "").strip();
    }

    static DataException unreadable(String origin, Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return new DataException(origin, "is not UTF-8 text", cause);
        }
        return new DataException(origin, "cannot be read: " + cause.getMessage(), cause);
    }
}
