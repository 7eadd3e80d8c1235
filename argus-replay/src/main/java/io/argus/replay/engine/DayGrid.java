package io.argus.replay.engine;

import io.argus.domain.market.TradingCalendar;
import io.argus.replay.execution.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The days of a replay: every session from the first bar's to the last bar's, traded or not. A day has what becomes known on
 * its date where the exchange is, a snapshot of the close too, and on the dates before it that have no session; in UTC where
 * any market of the pack never closes. What comes after the last close belongs to the last day.
 */
public final class DayGrid {

    private final TradingCalendar calendar;
    private final List<LocalDate> dates;
    private final long[] closes;
    private final long[] ends;

    private DayGrid(TradingCalendar calendar, LocalDate from, LocalDate to) {
        this.calendar = calendar;
        List<LocalDate> sessions = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = calendar.plusSessions(day, 1)) {
            sessions.add(day);
        }
        dates = List.copyOf(sessions);
        closes = dates.stream().mapToLong(calendar::closeMs).toArray();
        closes[closes.length - 1] = Long.MAX_VALUE;
        ends = dates.stream().mapToLong(this::midnight).toArray();
        ends[ends.length - 1] = Long.MAX_VALUE;
    }

    static DayGrid of(PreparedPack prepared) {
        List<Listing> listings = prepared.listings();
        TradingCalendar calendar = listings.stream()
                .map(listing -> listing.instrument().calendar())
                .filter(each -> each == TradingCalendar.roundTheClock())
                .findFirst()
                .orElse(listings.get(0).instrument().calendar());
        Span span = prepared.span();
        return new DayGrid(calendar, span.first(calendar), span.last(calendar));
    }

    public int size() {
        return ends.length;
    }

    public List<LocalDate> dates() {
        return dates;
    }

    /** Where a day stands, or would: a snapshot that comes late may be of a day after the last. */
    int position(LocalDate date) {
        int found = Collections.binarySearch(dates, date);
        return found < 0 ? -found - 1 : found;
    }

    public TradingCalendar calendar() {
        return calendar;
    }

    /** When a day's session closes; never, of the last one. */
    public long close(int day) {
        return closes[day];
    }

    /** When a day is over; never, of the last one. */
    long end(int day) {
        return ends[day];
    }

    private long midnight(LocalDate date) {
        return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
    }
}
