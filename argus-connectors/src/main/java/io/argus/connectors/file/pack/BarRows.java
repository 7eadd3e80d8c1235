package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import io.argus.connectors.file.BarIntervals;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The bars of one symbol as a JSON pack lists them. They are kept as they came until the whole file is read: only then
 * is it known on which market they traded and how long they are.
 */
final class BarRows {

    private static final long DAY_MS = 86_400_000L;
    private static final long LONGEST_CLOSURE_MS = 5 * DAY_MS;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** New York trades from 4:00 to 20:00, with what comes before and after the session. */
    private static final int FIRST_HOUR = 4;

    private static final int LAST_HOUR = 20;

    private int size;
    private int[] index = new int[256];
    private long[] time = new long[256];
    private long[] closeTime = new long[256];
    private double[] open = new double[256];
    private double[] high = new double[256];
    private double[] low = new double[256];
    private double[] close = new double[256];
    private double[] volume = new double[256];

    /** The row being read. */
    static final class Row {
        String symbol = "";
        private OptionalLong time = OptionalLong.empty();
        private OptionalLong closeTime = OptionalLong.empty();
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;

        void read(JsonParser parser) throws IOException {
            symbol = "";
            time = OptionalLong.empty();
            closeTime = OptionalLong.empty();
            open = Double.NaN;
            high = Double.NaN;
            low = Double.NaN;
            close = Double.NaN;
            volume = 0;
            JsonRows.fields(parser, name -> field(parser, name));
        }

        private void field(JsonParser parser, String name) throws IOException {
            switch (name) {
                case "symbol" -> symbol = JsonRows.text(parser);
                case "timestamp_ms" -> time = JsonRows.whole(parser);
                case "timestamp" -> time = time.isPresent() ? time : OptionalLong.of(instant(JsonRows.text(parser)));
                case "close_ms" -> closeTime = JsonRows.whole(parser);
                case "open" -> open = JsonRows.number(parser);
                case "high" -> high = JsonRows.number(parser);
                case "low" -> low = JsonRows.number(parser);
                case "close" -> close = JsonRows.number(parser);
                case "volume" -> volume = orNothing(JsonRows.number(parser));
                default -> {}
            }
        }

        private static double orNothing(double value) {
            return Double.isNaN(value) ? 0 : value;
        }

        /** Without an offset a time is UTC. */
        private static long instant(String text) {
            String iso = text.replace(' ', 'T');
            try {
                if (!iso.contains("T")) {
                    return LocalDate.parse(iso)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
                }
                boolean offset = iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
                return offset
                        ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("timestamp is no ISO date or date-time: \"" + text + "\"", e);
            }
        }
    }

    void add(int rowIndex, Row row) {
        if (size == time.length) {
            grow();
        }
        index[size] = rowIndex;
        time[size] = JsonRows.required(row.time, "timestamp_ms");
        closeTime[size] = row.closeTime.orElse(Long.MIN_VALUE);
        open[size] = JsonRows.required(row.open, "open");
        high[size] = JsonRows.required(row.high, "high");
        low[size] = JsonRows.required(row.low, "low");
        close[size] = JsonRows.required(row.close, "close");
        volume[size] = row.volume;
        size++;
    }

    /**
     * Whether any bar begins when the New York exchange has no trading, not even before or after its session: on a weekend,
     * or at night for bars shorter than a day.
     */
    boolean outsideExchangeHours() {
        boolean daily = likelyDurationMs().orElse(DAY_MS) >= DAY_MS;
        for (int i = 0; i < size; i++) {
            if (daily ? onWeekend(time[i]) : outsideNewYorkHours(time[i])) {
                return true;
            }
        }
        return false;
    }

    /** By the date in UTC: daily bars are stamped with a date. */
    private static boolean onWeekend(long timeMs) {
        // The epoch began on a Thursday, the fourth day of its week.
        return Math.floorMod(Math.floorDiv(timeMs, DAY_MS) + 3, 7) >= 5;
    }

    private static boolean outsideNewYorkHours(long timeMs) {
        ZonedDateTime begins = Instant.ofEpochMilli(timeMs).atZone(NEW_YORK);
        return begins.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                || begins.getHour() < FIRST_HOUR
                || begins.getHour() >= LAST_HOUR;
    }

    /**
     * The shortest time from one bar to the next, a day where it is a few days: weekends and holidays have no bars.
     * Empty for fewer than two bars.
     */
    OptionalLong likelyDurationMs() {
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < size; i++) {
            long step = time[i] - time[i - 1];
            shortest = step > 0 ? Math.min(shortest, step) : shortest;
        }
        if (shortest == Long.MAX_VALUE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(shortest > DAY_MS && shortest < LONGEST_CLOSURE_MS ? DAY_MS : shortest);
    }

    /**
     * @throws DataException naming the row in which something is wrong
     */
    BarSeries series(String origin, String symbol, BarIntervals intervals) {
        BarSeries.Builder bars = BarSeries.builder(symbol, intervals.durationMs());
        for (int i = 0; i < size; i++) {
            try {
                boolean told = closeTime[i] != Long.MIN_VALUE;
                long opens = told ? time[i] : intervals.openOf(time[i]);
                long closes = told ? closeTime[i] : intervals.closeOf(opens);
                bars.add(opens, closes, open[i], high[i], low[i], close[i], volume[i]);
            } catch (IllegalArgumentException e) {
                throw new DataException(origin, "bars[" + index[i] + "] of " + symbol + ": " + e.getMessage(), e);
            }
        }
        return bars.build();
    }

    private void grow() {
        int capacity = size + (size >> 1);
        index = Arrays.copyOf(index, capacity);
        time = Arrays.copyOf(time, capacity);
        closeTime = Arrays.copyOf(closeTime, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }
}
