package io.argus.replay.engine;

import io.argus.domain.market.TradingCalendar;
import io.argus.replay.execution.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The days of a replay: every session from the first bar's to the last bar's, traded or not. A day ends at the session's
 * close, or at midnight UTC where any market of the pack never closes; what comes after the last close belongs to the
 * last day.
 */
public final class DayGrid {

    private final TradingCalendar calendar;
    private final List<LocalDate> dates;
    private final long[] ends;

    private DayGrid(TradingCalendar calendar, LocalDate from, LocalDate to) {
        this.calendar = calendar;
        List<LocalDate> sessions = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = calendar.plusSessions(day, 1)) {
            sessions.add(day);
        }
        dates = List.copyOf(sessions);
        ends = dates.stream().mapToLong(calendar::closeMs).toArray();
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

    public long end(int day) {
        return ends[day];
    }
}
