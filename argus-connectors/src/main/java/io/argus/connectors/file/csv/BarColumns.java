package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.domain.DataException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in a row each field stands. */
record BarColumns(int time, int open, int high, int low, int close, int volume, int adjustedClose, int width) {

    private static final List<String> ADJUSTED = List.of("adjclose", "adj_close", "adj close", "adjusted_close");
    private static final List<String> TIMES = List.of("date", "timestamp", "time", "datetime");

    static BarColumns of(String origin, CsvRecord header) {
        List<String> names = CsvFile.header(origin, header, "date,open,high,low,close,volume").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        int time = first(names, TIMES);
        if (time < 0) {
            throw new DataException(
                    origin, 1, "the header has no date, timestamp or time column: " + String.join(",", names));
        }
        for (String name : List.of(names.get(time), "open", "high", "low", "close", "volume")) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new DataException(origin, 1, "two columns are named " + name + "; keep the one that is meant");
            }
        }
        return new BarColumns(
                time,
                required(origin, names, "open"),
                required(origin, names, "high"),
                required(origin, names, "low"),
                required(origin, names, "close"),
                names.indexOf("volume"),
                first(names, ADJUSTED),
                names.size());
    }

    private static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int required(String origin, List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new DataException(origin, 1, "the header has no " + name + " column: " + String.join(",", names));
        }
        return at;
    }

    String time(CsvRecord row) {
        if (row.getFieldCount() != width) {
            throw new IllegalArgumentException("has " + row.getFieldCount() + " fields, the header " + width);
        }
        return row.getField(time).strip();
    }

    /** The close adjusted for what came later, as it is written; empty where the file has none. */
    Optional<String> adjustedClose(CsvRecord row) {
        return adjustedClose < 0
                ? Optional.empty()
                : Optional.of(row.getField(adjustedClose).strip());
    }

    BarRow prices(CsvRecord row) {
        return BarRow.of(
                row.getField(open).strip(),
                row.getField(high).strip(),
                row.getField(low).strip(),
                row.getField(close).strip(),
                volume < 0 ? "" : row.getField(volume).strip());
    }
}
