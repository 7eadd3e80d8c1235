package io.argus.domain.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the New York Stock Exchange opens and closes on a session, in local time, from 1953. Closes before time are
 * known, late opens are not.
 */
final class NewYorkHours {

    static final LocalTime PRE_MARKET = LocalTime.of(4, 0);

    private static final LocalDate OPENS_EARLIER_FROM = LocalDate.of(1985, 9, 30);
    private static final LocalDate CLOSES_LATER_FROM = LocalDate.of(1974, 10, 1);
    private static final LocalTime HALF_DAY = LocalTime.of(13, 0);

    private static final NavigableMap<LocalDate, ShortDays> SHORT_DAYS = new TreeMap<>();

    static {
        // Until 1992 half days were decided year by year; since then rules give them, see halfDay.
        closed("14:00", "1974-12-24", "1975-12-24", "1990-12-24", "1991-12-24", "1992-11-27", "1992-12-24");
        closed("13:00", "1996-12-24", "1997-12-24", "1997-12-26", "1998-12-24", "2003-12-26");
        // A transit strike, and the years in which the back offices drowned in paper.
        closedThrough("1966-01-06", "1966-01-14", "14:00");
        closedThrough("1967-08-09", "1967-08-18", "14:00");
        closedThrough("1968-01-22", "1968-03-01", "14:00");
        closedThrough("1969-01-01", "1969-07-03", "14:00");
        closedThrough("1969-07-07", "1969-09-26", "14:30");
        closedThrough("1969-09-29", "1970-05-01", "15:00");
        // After the crash of 1987.
        closedThrough("1987-10-23", "1987-10-30", "14:00");
        closedThrough("1987-11-02", "1987-11-04", "14:30");
        closedThrough("1987-11-05", "1987-11-06", "15:00");
        closedThrough("1987-11-09", "1987-11-11", "15:30");
        // Single days: assassinations, a president's death, storms, blackouts, circuit breakers, failing computers.
        closed("14:07", "1963-11-22");
        closed("14:00", "1964-10-23", "1967-02-07", "1978-02-06", "1996-01-08");
        closed("14:30", "1975-02-12", "1994-02-11");
        closed("15:00", "1976-08-09");
        closed("15:17", "1981-03-30");
        closed("15:28", "1981-09-09");
        closed("15:30", "1997-10-27");
        closed("15:56", "2005-06-01");
    }

    private NewYorkHours() {}

    static LocalTime open(LocalDate session) {
        return session.isBefore(OPENS_EARLIER_FROM) ? LocalTime.of(10, 0) : LocalTime.of(9, 30);
    }

    static LocalTime close(LocalDate session) {
        return shortDay(session).orElseGet(() -> halfDay(session) ? HALF_DAY : regularClose(session));
    }

    private static LocalTime regularClose(LocalDate session) {
        return session.isBefore(CLOSES_LATER_FROM) ? LocalTime.of(15, 30) : LocalTime.of(16, 0);
    }

    private static Optional<LocalTime> shortDay(LocalDate session) {
        return Optional.ofNullable(SHORT_DAYS.floorEntry(session))
                .map(Map.Entry::getValue)
                .filter(days -> !session.isAfter(days.last()))
                .map(ShortDays::close);
    }

    /** Whether a rule ends trading at 13:00: beside Thanksgiving, Christmas and Independence Day. */
    private static boolean halfDay(LocalDate session) {
        int year = session.getYear();
        return switch (session.getMonth()) {
            case NOVEMBER ->
                year >= 1993
                        && session.equals(NewYorkHolidays.thanksgiving(year).plusDays(1));
            case DECEMBER -> year >= 1999 && session.getDayOfMonth() == 24;
            case JULY -> besideIndependenceDay(session);
            default -> false;
        };
    }

    /** The session before the holiday since 1995; until 2012, were it a Wednesday, the Friday after it instead. */
    private static boolean besideIndependenceDay(LocalDate session) {
        int year = session.getYear();
        DayOfWeek weekday = session.getDayOfWeek();
        if (session.getDayOfMonth() == 3) {
            return year >= (weekday == DayOfWeek.WEDNESDAY ? 2013 : 1995);
        }
        return session.getDayOfMonth() == 5 && weekday == DayOfWeek.FRIDAY && year >= 1996 && year <= 2012;
    }

    private static void closed(String time, String... days) {
        for (String day : days) {
            closedThrough(day, day, time);
        }
    }

    private static void closedThrough(String first, String last, String time) {
        SHORT_DAYS.put(LocalDate.parse(first), new ShortDays(LocalDate.parse(last), LocalTime.parse(time)));
    }

    private record ShortDays(LocalDate last, LocalTime close) {}
}
