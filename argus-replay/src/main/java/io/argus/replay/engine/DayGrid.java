package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.replay.execution.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * The days of a replay: every session from the first bar's to the last bar's, traded or not. A day has what becomes known on
 * its date where the exchange is, a snapshot of the close too, and on the dates before it that have no session; in UTC where
 * any market of the pack never closes. What comes after the last close belongs to the last day.
 */
public final class DayGrid {

    private final TradingCalendar calendar;
    private final List<LocalDate> dates;
    private final long[] handOvers;
    private final long[] ends;

    private DayGrid(TradingCalendar calendar, LocalDate from, LocalDate to) {
        this.calendar = calendar;
        List<LocalDate> sessions = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = calendar.plusSessions(day, 1)) {
            sessions.add(day);
        }
        dates = List.copyOf(sessions);
        ends = dates.stream().mapToLong(this::midnight).toArray();
        ends[ends.length - 1] = Long.MAX_VALUE;
        handOvers = dates.stream().mapToLong(calendar::closeMs).toArray();
        handOvers[handOvers.length - 1] = Long.MAX_VALUE;
    }

    static DayGrid of(PreparedPack prepared) {
        List<Listing> listings = prepared.listings();
        TradingCalendar calendar = listings.stream()
                .map(listing -> listing.instrument().calendar())
                .filter(each -> each == TradingCalendar.roundTheClock())
                .findFirst()
                .orElse(listings.get(0).instrument().calendar());
        Span span = prepared.span();
        DayGrid days = new DayGrid(calendar, span.first(calendar), span.last(calendar));
        for (int i = 0; i < listings.size(); i++) {
            BarSeries bars = listings.get(i).bars();
            days.awaitLast(bars.size(), bars::closeTime);
            for (ChainSeries chains : prepared.chains(i)) {
                days.awaitLast(chains.size(), chains::received);
            }
        }
        return days;
    }

    /** Puts hand-overs off to the last of ascending times of each day, where that comes after the close. */
    private void awaitLast(int count, IntToLongFunction times) {
        int next = 0;
        for (int day = 0; day < ends.length; day++) {
            for (; next < count && times.applyAsLong(next) <= ends[day]; next++) {
                handOvers[day] = Math.max(handOvers[day], times.applyAsLong(next));
            }
        }
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

    /**
     * When the account can change hands after a day: at its session's close, or where bars and snapshots of its date come
     * later with the last of them, for its return has them too. Never, of the last day.
     */
    public long handOver(int day) {
        return handOvers[day];
    }

    /** When a day is over; never, of the last one. */
    long end(int day) {
        return ends[day];
    }

    private long midnight(LocalDate date) {
        return date.plusDays(1).atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
    }
}
