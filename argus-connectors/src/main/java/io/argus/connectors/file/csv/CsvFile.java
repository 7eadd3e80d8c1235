package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.argus.connectors.file.FileFault;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Opens a CSV file, gzipped where its name ends in {@code .gz}, and says in one line why it cannot be read. */
final class CsvFile {

    private static final int BUFFER = 1 << 16;

    /** Those that other programs use. */
    private static final Map<Character, String> SEPARATORS =
            new TreeMap<>(Map.of(';', "semicolons", '\t', "tabs", '|', "vertical lines"));

    private static final Pattern NUMBER = Pattern.compile("([-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[Nn]a[Nn])?");

    /** Of a date in whatever form, a time, an index. */
    private static final Pattern TIME_OR_NUMBER = Pattern.compile("[-+]?\\d[-\\d/.:TZ+ eE]*");

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

    /**
     * The names in a header, without a byte order mark and spaces around them.
     *
     * @param example of a header, for a file that has none
     * @throws DataException when the fields are not separated by commas, or it is a row: it would be lost in silence
     */
    static List<String> header(String origin, CsvRecord record, String example) {
        List<String> names = record.getFields().stream()
                .map(field -> field.replace("\uFEFF", "").strip())
                .toList();
        String first = names.get(0);
        SEPARATORS.forEach((separator, name) -> {
            if (first.indexOf(separator) >= 0) {
                throw new DataException(
                        origin,
                        record.getStartingLineNumber(),
                        "is separated by " + name + "; separate the fields by commas");
            }
        });
        if (TIME_OR_NUMBER.matcher(first).matches()
                && names.stream().skip(1).allMatch(name -> NUMBER.matcher(name).matches())) {
            throw new DataException(
                    origin,
                    record.getStartingLineNumber(),
                    "is a row of numbers where a header is expected; name the columns above it, such as " + example);
        }
        return names;
    }

    static DataException unreadable(String origin, Throwable cause) {
        if (cause instanceof CharacterCodingException) {
            return new DataException(origin, "is not UTF-8 text", cause);
        }
        return new DataException(origin, "cannot be read: " + FileFault.reason(cause), cause);
    }

    /**
     * A number as it is written, not finite where the text says so.
     *
     * @throws NumberFormatException when the text is none
     */
    static double number(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? decimal(text) : value;
    }

    /**
     * A number in digits. Java's own syntax, such as {@code 1d} or {@code 0x1p3}, is nobody's number.
     *
     * @throws NumberFormatException when the text is none
     */
    static double decimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) && c != 'e' && c != 'E') {
                throw new NumberFormatException("letter in a number");
            }
        }
        return Double.parseDouble(text);
    }
}
