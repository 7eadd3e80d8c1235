package io.argus.domain.market;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

final class RoundTheClockCalendar implements TradingCalendar {

    static final RoundTheClockCalendar INSTANCE = new RoundTheClockCalendar();

    private static final long HOUR_MS = 3_600_000L;
    private static final long DAY_MS = 24 * HOUR_MS;

    private RoundTheClockCalendar() {}

    @Override
    public String name() {
        return "24/7";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public int periodsPerYear() {
        return 365;
    }

    @Override
    public LocalDate dateAt(long timeMs) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeMs, DAY_MS));
    }

    @Override
    public boolean isSession(LocalDate date) {
        return true;
    }

    @Override
    public long openMs(LocalDate session) {
        return session.toEpochDay() * DAY_MS;
    }

    @Override
    public long closeMs(LocalDate session) {
        return openMs(session) + DAY_MS;
    }

    @Override
    public long openFrom(long timeMs) {
        return -Math.floorDiv(-timeMs, DAY_MS) * DAY_MS;
    }

    @Override
    public long closeAfter(long timeMs) {
        return (Math.floorDiv(timeMs, DAY_MS) + 1) * DAY_MS;
    }

    @Override
    public LocalDate sessionOnOrAfter(LocalDate date) {
        return date;
    }

    @Override
    public LocalDate sessionOnOrBefore(LocalDate date) {
        return date;
    }

    @Override
    public LocalDate plusSessions(LocalDate session, int sessions) {
        return session.plusDays(sessions);
    }

    @Override
    public int sessionCount(LocalDate from, LocalDate to) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    @Override
    public long tradingMs(long fromMs, long toMs) {
        return Math.max(0, toMs - fromMs);
    }

    @Override
    public Session sessionAt(long timeMs) {
        long hour = Math.floorMod(timeMs, DAY_MS) / HOUR_MS;
        if (hour < 8) {
            return Session.ASIA;
        }
        if (hour < 14) {
            return Session.EU;
        }
        return hour < 22 ? Session.US : Session.OFFPEAK;
    }

    @Override
    public String toString() {
        return name();
    }
}
