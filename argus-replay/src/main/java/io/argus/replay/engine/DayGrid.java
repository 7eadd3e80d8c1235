package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.replay.execution.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
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

    static DayGrid of(List<Listing> listings) {
        TradingCalendar calendar = listings.stream()
                .map(listing -> listing.instrument().calendar())
                .filter(each -> each == TradingCalendar.roundTheClock())
                .findFirst()
                .orElse(listings.get(0).instrument().calendar());
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Listing listing : listings) {
            BarSeries bars = listing.bars();
            if (!bars.isEmpty()) {
                first = Math.min(first, bars.openTime(0));
                last = Math.max(last, bars.openTime(bars.size() - 1));
            }
        }
        LocalDate from = calendar.sessionOnOrAfter(calendar.dateAt(first));
        LocalDate to = calendar.sessionOnOrBefore(calendar.dateAt(last));
        return new DayGrid(calendar, from, to.isBefore(from) ? from : to);
    }

    public int size() {
        return ends.length;
    }

    public List<LocalDate> dates() {
        return dates;
    }

    public TradingCalendar calendar() {
        return calendar;
    }

    long end(int day) {
        return ends[day];
    }
}
