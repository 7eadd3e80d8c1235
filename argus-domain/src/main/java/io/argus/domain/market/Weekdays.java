package io.argus.domain.market;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Where a holiday with a fixed date is kept when it falls on a weekend. */
final class Weekdays {

    private Weekdays() {}

    static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** Sunday moves to Monday; a Saturday stays, and costs no session. */
    static LocalDate sundayToMonday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
    }

    /** Saturday moves to Friday and Sunday to Monday. */
    static LocalDate nearestWeekday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY ? date.minusDays(1) : sundayToMonday(date);
    }
}
