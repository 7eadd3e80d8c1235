package io.argus.domain.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The New York Stock Exchange. Days come from {@link NewYorkHolidays}, hours from {@link NewYorkHours}; late opens are
 * not modelled, so that a session always opens at its regular time. Saturdays are never sessions.
 *
 * <p>Every question about a date or an instant outside 1953 to 2100 is refused, but for {@link #dateAt}, which the zone
 * alone answers. Answers take O(1); the table behind them, 1.7 MB, is made at first use.
 */
final class ExchangeCalendar implements TradingCalendar {

    static final ExchangeCalendar NEW_YORK = new ExchangeCalendar();

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private ExchangeCalendar() {}

    @Override
    public String name() {
        return "NYSE";
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public int periodsPerYear() {
        return 252;
    }

    @Override
    public LocalDate dateAt(long timeMs) {
        int offsetSeconds =
                ZONE.getRules().getOffset(Instant.ofEpochMilli(timeMs)).getTotalSeconds();
        return LocalDate.ofEpochDay(Math.floorDiv(Math.floorDiv(timeMs, 1000L) + offsetSeconds, 86_400L));
    }

    @Override
    public boolean isSession(LocalDate date) {
        return sessions().contains(date);
    }

    @Override
    public long openMs(LocalDate session) {
        return sessions().openMs(sessions().indexOf(session));
    }

    @Override
    public long closeMs(LocalDate session) {
        return sessions().closeMs(sessions().indexOf(session));
    }

    @Override
    public long openFrom(long timeMs) {
        return sessions().openFrom(timeMs);
    }

    @Override
    public long closeAfter(long timeMs) {
        return sessions().closeAfter(timeMs);
    }

    @Override
    public LocalDate sessionOnOrAfter(LocalDate date) {
        return sessions().date(sessions().countBefore(date));
    }

    @Override
    public LocalDate sessionOnOrBefore(LocalDate date) {
        return sessions().date(sessions().countUpTo(date) - 1L);
    }

    @Override
    public LocalDate plusSessions(LocalDate session, int sessions) {
        return sessions().date((long) sessions().indexOf(session) + sessions);
    }

    @Override
    public int sessionCount(LocalDate from, LocalDate to) {
        return Math.max(0, sessions().countUpTo(to) - sessions().countBefore(from));
    }

    @Override
    public long tradingMs(long fromMs, long toMs) {
        return Math.max(0, sessions().tradedBefore(toMs) - sessions().tradedBefore(fromMs));
    }

    @Override
    public Session sessionAt(long timeMs) {
        return sessions().partOfDay(timeMs);
    }

    @Override
    public String toString() {
        return name();
    }

    private static SessionTable sessions() {
        return Table.SESSIONS;
    }

    /** Apart, so that naming the calendar does not yet lay out a century and a half of days. */
    private static final class Table {
        static final SessionTable SESSIONS = SessionTable.newYork(ZONE, 1953, 2100);
    }
}
