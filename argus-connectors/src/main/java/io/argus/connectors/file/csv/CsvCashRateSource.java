package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.domain.DataException;
import io.argus.research.experiment.CashRate;
import io.argus.research.port.CashRateSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cash rates from CSV with the columns {@code date} and {@code rate}: a rate a year as a decimal, 0.03 for 3 %, that holds
 * from its date until the next row's. Dates ascend.
 */
public final class CsvCashRateSource implements CashRateSource {

    @Override
    public CashRate load(Path file) {
        return CsvFile.read(file, rows -> read(file.toString(), rows));
    }

    private static CashRate read(String origin, Iterator<CsvRecord> rows) {
        if (!rows.hasNext()) {
            throw new DataException(origin, "is empty; a header date,rate and rows are expected");
        }
        List<String> header = CsvFile.header(origin, rows.next(), "date,rate");
        int date = column(origin, header, "date");
        int rate = column(origin, header, "rate");
        TreeMap<LocalDate, Double> rates = new TreeMap<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            try {
                put(rates, row, date, rate);
            } catch (IllegalArgumentException e) {
                throw new DataException(origin, row.getStartingLineNumber(), String.valueOf(e.getMessage()));
            }
        }
        if (rates.isEmpty()) {
            throw new DataException(origin, "has a header and no rows");
        }
        return CashRate.of(rates);
    }

    private static void put(SortedMap<LocalDate, Double> rates, CsvRecord row, int dateColumn, int rateColumn) {
        if (row.getFieldCount() <= Math.max(dateColumn, rateColumn)) {
            throw new IllegalArgumentException("has only " + row.getFieldCount() + " fields");
        }
        LocalDate date = date(row.getField(dateColumn).strip());
        double rate = rate(row.getField(rateColumn).strip());
        if (!rates.isEmpty() && !date.isAfter(rates.lastKey())) {
            throw new IllegalArgumentException("dates must ascend, but " + date + " follows " + rates.lastKey());
        }
        // Checks the range as well.
        rates.putAll(CashRate.of(Map.of(date, rate)).rates());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no date such as 2007-01-03", e);
        }
    }

    private static double rate(String text) {
        try {
            return CsvFile.number(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no number", e);
        }
    }

    private static int column(String origin, List<String> header, String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new DataException(origin, 1, "has no column " + name + "; it has " + String.join(", ", header));
        }
        return column;
    }
}
