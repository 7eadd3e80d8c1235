package io.argus.domain.market;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/** Every session of a span of years as columns, oldest first. Immutable. */
final class SessionTable {

    private static final long POST_MARKET_MS = 4 * 3_600_000L;
    private static final long DAY_MS = 86_400_000;

    private final int firstYear;
    private final int lastYear;
    private final long firstDay;
    private final long startMs;
    private final long endMs;
    private final long[] epochDay;
    /** By day from the first known one to the one after the last: how many sessions lie before it. */
    private final int[] sessionsBefore;

    private final long[] preMarketMs;
    private final long[] openMs;
    private final long[] closeMs;
    /** Regular trading in all sessions before this one. */
    private final long[] tradedBeforeMs;

    private SessionTable(ZoneId zone, int firstYear, int lastYear, LocalDate[] sessions) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        firstDay = LocalDate.of(firstYear, 1, 1).toEpochDay();
        startMs = instantMs(LocalDate.of(firstYear, 1, 1), LocalTime.MIDNIGHT, zone);
        endMs = instantMs(LocalDate.of(lastYear + 1, 1, 1), LocalTime.MIDNIGHT, zone);
        epochDay = new long[sessions.length];
        preMarketMs = new long[sessions.length];
        openMs = new long[sessions.length];
        closeMs = new long[sessions.length];
        tradedBeforeMs = new long[sessions.length];
        sessionsBefore =
                new int[Math.toIntExact(LocalDate.of(lastYear + 1, 1, 1).toEpochDay() - firstDay) + 1];
        long traded = 0;
        for (int i = 0; i < sessions.length; i++) {
            LocalDate session = sessions[i];
            epochDay[i] = session.toEpochDay();
            sessionsBefore[day(session) + 1] = 1;
            preMarketMs[i] = instantMs(session, NewYorkHours.PRE_MARKET, zone);
            openMs[i] = instantMs(session, NewYorkHours.open(session), zone);
            closeMs[i] = instantMs(session, NewYorkHours.close(session), zone);
            tradedBeforeMs[i] = traded;
            traded += closeMs[i] - openMs[i];
        }
        for (int day = 1; day < sessionsBefore.length; day++) {
            sessionsBefore[day] += sessionsBefore[day - 1];
        }
    }

    /** The sessions of the New York Stock Exchange, both years included. */
    static SessionTable newYork(ZoneId zone, int firstYear, int lastYear) {
        LocalDate[] sessions = new LocalDate[(lastYear - firstYear + 1) * 262];
        int count = 0;
        for (int year = firstYear; year <= lastYear; year++) {
            Set<LocalDate> closures = NewYorkHolidays.closures(year);
            LocalDate newYear = LocalDate.of(year, 1, 1);
            for (LocalDate day = newYear; day.getYear() == year; day = day.plusDays(1)) {
                if (Weekdays.isWeekday(day) && !closures.contains(day)) {
                    sessions[count++] = day;
                }
            }
        }
        return new SessionTable(zone, firstYear, lastYear, Arrays.copyOf(sessions, count));
    }

    boolean contains(LocalDate date) {
        return countUpTo(date) > countBefore(date);
    }

    int indexOf(LocalDate session) {
        if (!contains(session)) {
            throw new IllegalArgumentException(session + " is no session");
        }
        return countBefore(session);
    }

    /** How many sessions lie before the date, which is also the index of the first on or after it. */
    int countBefore(LocalDate date) {
        return sessionsBefore[day(date)];
    }

    int countUpTo(LocalDate date) {
        return sessionsBefore[day(date) + 1];
    }

    /**
     * @throws IllegalArgumentException when the index leads out of the known years
     */
    LocalDate date(long index) {
        if (index < 0 || index >= epochDay.length) {
            throw unknown("a session before the first or after the last");
        }
        return LocalDate.ofEpochDay(epochDay[(int) index]);
    }

    long openMs(int index) {
        return openMs[index];
    }

    long closeMs(int index) {
        return closeMs[index];
    }

    /**
     * @throws IllegalArgumentException when none opens at or after it in the known years
     */
    long openFrom(long timeMs) {
        int opened = countUpTo(openMs, known(timeMs) - 1);
        if (opened == openMs.length) {
            throw unknown("a session after the last");
        }
        return openMs[opened];
    }

    /**
     * @throws IllegalArgumentException when none closes after it in the known years
     */
    long closeAfter(long timeMs) {
        int closed = countUpTo(closeMs, known(timeMs));
        if (closed == closeMs.length) {
            throw unknown("a session after the last");
        }
        return closeMs[closed];
    }

    /** Regular trading from the first known session to the instant. */
    long tradedBefore(long timeMs) {
        int opened = countUpTo(openMs, known(timeMs));
        if (opened == 0) {
            return 0;
        }
        int last = opened - 1;
        return tradedBeforeMs[last] + Math.min(timeMs, closeMs[last]) - openMs[last];
    }

    Session partOfDay(long timeMs) {
        int begun = countUpTo(preMarketMs, known(timeMs));
        if (begun == 0) {
            return Session.CLOSED;
        }
        int last = begun - 1;
        if (timeMs < openMs[last]) {
            return Session.PRE;
        }
        if (timeMs < closeMs[last]) {
            return Session.RTH;
        }
        return timeMs < closeMs[last] + POST_MARKET_MS ? Session.POST : Session.CLOSED;
    }

    /** A session ends on its own day in UTC too: those of earlier days count, and this day's if its time has come. */
    private int countUpTo(long[] times, long timeMs) {
        int count = sessionsBefore[(int) (Math.floorDiv(timeMs, DAY_MS) - firstDay)];
        return count < times.length && times[count] <= timeMs ? count + 1 : count;
    }

    private int day(LocalDate date) {
        if (date.getYear() < firstYear || date.getYear() > lastYear) {
            throw unknown(date.toString());
        }
        return (int) (date.toEpochDay() - firstDay);
    }

    private long known(long timeMs) {
        if (timeMs < startMs || timeMs >= endMs) {
            throw unknown("the instant " + timeMs);
        }
        return timeMs;
    }

    private IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException(
                "the calendar knows the years " + firstYear + " to " + lastYear + ", not " + what);
    }

    private static long instantMs(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }
}
