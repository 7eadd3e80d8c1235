package io.argus.domain.market;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

/**
 * Weekdays on which the New York Stock Exchange stays closed, from 1953: holidays by the rules of their time, and
 * closures decided for the day (funerals, blackouts, storms, mourning, and in 1968 the Wednesdays on which brokers
 * caught up with their paperwork).
 */
final class NewYorkHolidays {

    private static final Set<LocalDate> UNPLANNED = dates(
            "1956-12-24 1958-12-26 1961-05-29 1963-11-25 1968-02-12 1968-04-09",
            "1968-06-12 1968-06-19 1968-06-26 1968-07-10 1968-07-17 1968-07-24 1968-07-31 1968-08-07 1968-08-14",
            "1968-08-21 1968-08-28 1968-09-11 1968-09-18 1968-09-25 1968-10-02 1968-10-09 1968-10-16 1968-10-23",
            "1968-10-30 1968-11-20 1968-12-04 1968-12-11 1968-12-18",
            "1968-07-05 1968-11-11 1969-02-10 1969-03-31 1969-07-21 1972-12-28 1973-01-25 1977-07-14 1985-09-27",
            "1994-04-27 2001-09-11 2001-09-12 2001-09-13 2001-09-14 2004-06-11 2007-01-02 2012-10-29 2012-10-30",
            "2018-12-05 2025-01-09");

    private static final List<Integer> LATE_ELECTION_YEARS = List.of(1968, 1972, 1976, 1980);

    private NewYorkHolidays() {}

    /** The closures of a year; days of a weekend among them mean nothing. */
    static Set<LocalDate> closures(int year) {
        Set<LocalDate> closures = new HashSet<>();
        closures.add(Weekdays.sundayToMonday(LocalDate.of(year, 1, 1)));
        closures.add(presidents(year));
        closures.add(easter(year).minusDays(2));
        closures.add(memorial(year));
        closures.add(moved(year, Month.JULY, 4, year >= 1954));
        closures.add(LocalDate.of(year, 9, 1).with(firstInMonth(MONDAY)));
        closures.add(thanksgiving(year));
        closures.add(moved(year, Month.DECEMBER, 25, year >= 1954));
        if (year <= 1953) {
            closures.add(moved(year, Month.FEBRUARY, 12, false));
            closures.add(moved(year, Month.OCTOBER, 12, false));
            closures.add(moved(year, Month.NOVEMBER, 11, false));
        }
        if (year <= 1967 || LATE_ELECTION_YEARS.contains(year)) {
            closures.add(election(year));
        }
        if (year >= 1998) {
            closures.add(LocalDate.of(year, 1, 1).with(dayOfWeekInMonth(3, MONDAY)));
        }
        if (year >= 2022) {
            closures.add(moved(year, Month.JUNE, 19, true));
        }
        UNPLANNED.stream().filter(date -> date.getYear() == year).forEach(closures::add);
        return closures;
    }

    static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, THURSDAY));
    }

    /** Washington's birthday, since 1971 on a Monday. */
    private static LocalDate presidents(int year) {
        return year >= 1971
                ? LocalDate.of(year, 2, 1).with(dayOfWeekInMonth(3, MONDAY))
                : moved(year, Month.FEBRUARY, 22, year >= 1964);
    }

    /** In 1970 the thirtieth of May was a Saturday, and the Friday before it a session. */
    private static LocalDate memorial(int year) {
        return year >= 1971
                ? LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY))
                : moved(year, Month.MAY, 30, year >= 1964 && year <= 1969);
    }

    private static LocalDate election(int year) {
        return LocalDate.of(year, 11, 1).with(firstInMonth(MONDAY)).plusDays(1);
    }

    private static LocalDate moved(int year, Month month, int day, boolean fromSaturdayToo) {
        LocalDate date = LocalDate.of(year, month, day);
        return fromSaturdayToo ? Weekdays.nearestWeekday(date) : Weekdays.sundayToMonday(date);
    }

    /**
     * Easter Sunday: the Sunday after the church's full moon, which is the fourteenth day of a lunar month counted in
     * cycles of nineteen years, corrected once a century for leap days and for the moon's drift.
     */
    private static LocalDate easter(int year) {
        int yearOfCycle = year % 19;
        int century = year / 100;
        int leapDaysLeftOut = century - century / 4;
        int moonDrift = (8 * century + 13) / 25;
        int daysToFullMoon = Math.floorMod(19 * yearOfCycle + leapDaysLeftOut - moonDrift + 15, 30);
        // The church's moon is never later than 18 April, and on that day only in the cycle's first eleven years.
        if (daysToFullMoon == 29 || (daysToFullMoon == 28 && yearOfCycle > 10)) {
            daysToFullMoon--;
        }
        LocalDate fullMoon = LocalDate.of(year, 3, 21).plusDays(daysToFullMoon);
        return fullMoon.plusDays(7 - fullMoon.getDayOfWeek().getValue() % 7);
    }

    private static Set<LocalDate> dates(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
    }
}
