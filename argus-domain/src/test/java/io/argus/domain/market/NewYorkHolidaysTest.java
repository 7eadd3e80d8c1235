package io.argus.domain.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewYorkHolidaysTest {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    @ParameterizedTest
    @CsvSource({
        "1953, 01-01 02-12 02-23 04-03 09-07 10-12 11-03 11-11 11-26 12-25",
        "1964, 01-01 02-21 03-27 05-29 07-03 09-07 11-03 11-26 12-25",
        "1970, 01-01 02-23 03-27 07-03 09-07 11-26 12-25",
        "1971, 01-01 02-15 04-09 05-31 07-05 09-06 11-25 12-24",
        "1972, 02-21 03-31 05-29 07-04 09-04 11-07 11-23 12-25 12-28",
        "1980, 01-01 02-18 04-04 05-26 07-04 09-01 11-04 11-27 12-25",
        "1997, 01-01 02-17 03-28 05-26 07-04 09-01 11-27 12-25",
        "1998, 01-01 01-19 02-16 04-10 05-25 07-03 09-07 11-26 12-25",
        "2001, 01-01 01-15 02-19 04-13 05-28 07-04 09-03 09-11 09-12 09-13 09-14 11-22 12-25",
        "2011, 01-17 02-21 04-22 05-30 07-04 09-05 11-24 12-26",
        "2012, 01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25",
        "2021, 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2022, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "2025, 01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2027, 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"
    })
    void closesOnTheDaysPublished(int year, String days) {
        String weekdays = NewYorkHolidays.closures(year).stream()
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
                .sorted()
                .map(MONTH_AND_DAY::format)
                .reduce((before, day) -> before + " " + day)
                .orElse("");
        assertThat(weekdays).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1956-12-24", "1958-12-26", "1961-05-29", "1963-11-25", "1968-02-12", "1968-04-09", "1968-07-05",
                "1968-11-05", "1968-11-11", "1969-02-10", "1969-03-31", "1969-07-21", "1972-12-28", "1973-01-25",
                "1976-11-02", "1977-07-14", "1985-09-27", "1994-04-27", "2004-06-11", "2007-01-02", "2018-12-05"
            })
    void closesOnDaysThatNoRuleGives(LocalDate date) {
        assertThat(NewYorkHolidays.closures(date.getYear())).contains(date);
        assertThat(TradingCalendar.newYorkStockExchange().isSession(date)).isFalse();
    }

    /** Sessions that a rule of another time would close. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1954-02-12",
                "1954-10-12",
                "1954-11-11",
                "1969-11-04",
                "1970-05-29",
                "1984-11-06",
                "1997-01-20",
                "1999-12-31",
                "2010-12-31",
                "2021-06-18",
                "2021-12-31"
            })
    void tradesWhereARuleHasEndedOrNotBegun(LocalDate date) {
        assertThat(TradingCalendar.newYorkStockExchange().isSession(date)).isTrue();
    }

    /** Easter Sundays at the bounds of the computation: earliest, latest, and where the moon is set back a day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1954-04-18", "1961-04-02", "1962-04-22", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24",
                "2019-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2099-04-12", "2100-03-28"
            })
    void closesTwoDaysBeforeEaster(LocalDate easter) {
        assertThat(NewYorkHolidays.closures(easter.getYear())).contains(easter.minusDays(2));
    }
}
