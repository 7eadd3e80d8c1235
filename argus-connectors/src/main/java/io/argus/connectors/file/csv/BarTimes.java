package io.argus.connectors.file.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** How a file writes its times, decided by its first row. */
enum BarTimes {
    DATE("dates"),
    OFFSET("date-times with an offset"),
    LOCAL("date-times without an offset, read as UTC"),
    EPOCH_SECONDS("epoch seconds"),
    EPOCH_MILLIS("epoch milliseconds"),
    EPOCH_MICROS("epoch microseconds");

    private final String description;

    BarTimes(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /**
     * @throws IllegalArgumentException when the text is no time at all
     */
    static BarTimes of(String text) {
        if (text.matches("-?\\d{1,18}")) {
            long size = Math.abs(Long.parseLong(text));
            if (size < 100_000_000_000L) {
                return EPOCH_SECONDS;
            }
            return size < 100_000_000_000_000L ? EPOCH_MILLIS : EPOCH_MICROS;
        }
        for (BarTimes form : new BarTimes[] {DATE, OFFSET, LOCAL}) {
            if (form.reads(text)) {
                return form;
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is neither an ISO date, an ISO date-time nor an epoch time");
    }

    private boolean reads(String text) {
        try {
            toMillis(text);
            return true;
        } catch (IllegalArgumentException notThisForm) {
            return false;
        }
    }

    long toMillis(String text) {
        try {
            return switch (this) {
                case DATE ->
                    LocalDate.parse(text)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
                case OFFSET ->
                    OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toEpochMilli();
                case LOCAL ->
                    LocalDateTime.parse(text.replace(' ', 'T'))
                            .toInstant(ZoneOffset.UTC)
                            .toEpochMilli();
                case EPOCH_SECONDS -> Math.multiplyExact(Long.parseLong(text), 1000L);
                case EPOCH_MILLIS -> Long.parseLong(text);
                case EPOCH_MICROS -> Math.floorDiv(Long.parseLong(text), 1000L);
            };
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not among the " + description + " of this file", e);
        }
    }
}
