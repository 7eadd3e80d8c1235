package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.domain.DataException;
import io.argus.domain.returns.ReturnTable;
import io.argus.research.port.ReturnTableSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables of returns from CSV with a header: first a column of dates or an index, then a column a trial. Rows labelled
 * with ISO dates must ascend, because what is computed from them depends on their order; they stand in all rows or in
 * none.
 */
public final class CsvReturnTableSource implements ReturnTableSource {

    /** A thousand millionfold within a period: no return is larger, and the fourth power of this is still a number. */
    private static final double LARGEST = 1e9;

    @Override
    public ReturnTable load(Path file) {
        return CsvFile.read(file, rows -> read(file.toString(), rows));
    }

    private static ReturnTable read(String origin, Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw new DataException(origin, "is empty; a header and rows are expected");
        }
        List<String> names = names(origin, rows.next());
        List<String> labels = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (row.getFieldCount() != names.size() + 1) {
                throw new DataException(
                        origin,
                        row.getStartingLineNumber(),
                        "has " + row.getFieldCount() + " fields, the header " + (names.size() + 1));
            }
            String label = row.getField(0).strip();
            requireAscent(origin, row.getStartingLineNumber(), labels, label);
            labels.add(label);
            values.add(numbers(origin, names, row));
        }
        if (labels.isEmpty()) {
            throw new DataException(origin, "has a header and no rows");
        }
        double[][] columns = new double[names.size()][labels.size()];
        for (int row = 0; row < labels.size(); row++) {
            for (int trial = 0; trial < columns.length; trial++) {
                columns[trial][row] = values.get(row)[trial];
            }
        }
        return ReturnTable.of(labels, names, columns);
    }

    private static List<String> names(String origin, CsvRecord header) {
        List<String> fields = CsvFile.header(origin, header, "date,trend,carry");
        List<String> names = fields.subList(1, fields.size());
        long line = header.getStartingLineNumber();
        if (names.isEmpty()) {
            throw new DataException(
                    origin, line, "has no trial: first comes a column of dates or an index, then one a trial");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new DataException(origin, line, "column " + (i + 2) + " has no name");
            }
            if (!seen.add(names.get(i))) {
                throw new DataException(
                        origin, line, "two columns are named " + names.get(i) + "; every trial needs its own name");
            }
        }
        return names;
    }

    private static void requireAscent(String origin, long line, List<String> before, String label) {
        if (before.isEmpty()) {
            return;
        }
        String last = before.get(before.size() - 1);
        Optional<LocalDate> previous = date(last);
        Optional<LocalDate> current = date(label);
        if (previous.isPresent() != current.isPresent()) {
            throw new DataException(
                    origin,
                    line,
                    "\"" + label + "\" is " + (current.isPresent() ? "a date" : "no date such as 2024-01-31")
                            + " and \"" + last + "\" before it is " + (previous.isPresent() ? "one" : "none")
                            + "; label all rows with dates, or none");
        }
        if (previous.isPresent() && !current.get().isAfter(previous.get())) {
            throw new DataException(origin, line, "dates must ascend, but " + label + " follows " + last);
        }
    }

    private static Optional<LocalDate> date(String label) {
        try {
            return Optional.of(LocalDate.parse(label));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static double[] numbers(String origin, List<String> names, CsvRecord row) {
        double[] numbers = new double[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = row.getField(i + 1).strip();
            try {
                numbers[i] = text.isEmpty() ? Double.NaN : CsvFile.number(text);
            } catch (NumberFormatException e) {
                throw new DataException(
                        origin, row.getStartingLineNumber(), names.get(i) + " is not a number: \"" + text + "\"");
            }
            if (!Double.isFinite(numbers[i])) {
                throw new DataException(
                        origin,
                        row.getStartingLineNumber(),
                        names.get(i) + " has no finite return here: \"" + text
                                + "\"; cut all trials to the rows that they share");
            }
            if (Math.abs(numbers[i]) > LARGEST) {
                throw new DataException(
                        origin,
                        row.getStartingLineNumber(),
                        names.get(i) + " has no return here, but \"" + text
                                + "\": returns are fractions, 0.01 for 1 %");
            }
        }
        return numbers;
    }
}
