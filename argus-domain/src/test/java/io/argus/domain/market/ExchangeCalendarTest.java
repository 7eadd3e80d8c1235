package io.argus.domain.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExchangeCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final TradingCalendar calendar = TradingCalendar.newYorkStockExchange();

    @Test
    void saysWhatItIs() {
        assertThat(calendar.name()).isEqualTo("NYSE");
        assertThat(calendar.zone()).isEqualTo(ZONE);
        assertThat(calendar.periodsPerYear()).isEqualTo(252);
        assertThat(calendar).hasToString("NYSE");
        assertThat(TradingCalendar.find("NYSE")).containsSame(calendar);
    }

    /** Trading days a year as published with the daily index values. */
    @ParameterizedTest
    @CsvSource({
        "1953, 251", "1954, 252", "1955, 252", "1956, 251", "1957, 252", "1958, 252", "1959, 253", "1960, 252",
        "1961, 250", "1962, 252", "1963, 251", "1964, 253", "1965, 252", "1966, 252", "1967, 251", "1968, 226",
        "1969, 250", "1970, 254", "1971, 253", "1972, 251", "1973, 252", "1974, 253", "1975, 253", "1976, 253",
        "1977, 252", "1978, 252", "1979, 253", "1980, 253", "1981, 253", "1982, 253", "1983, 253", "1984, 253",
        "1985, 252", "1986, 253", "1987, 253", "1988, 253", "1989, 252", "1990, 253", "1991, 253", "1992, 254",
        "1993, 253", "1994, 252", "1995, 252", "1996, 254", "1997, 253", "1998, 252", "1999, 252", "2000, 252",
        "2001, 248", "2002, 252", "2003, 252", "2004, 252", "2005, 252", "2006, 251", "2007, 251", "2008, 253",
        "2009, 252", "2010, 252", "2011, 252", "2012, 250", "2013, 252", "2014, 252", "2015, 252", "2016, 252",
        "2017, 251", "2018, 251", "2019, 252", "2020, 253", "2021, 252", "2022, 251", "2023, 250", "2024, 252",
        "2025, 250"
    })
    void countsTheSessionsOfAYear(int year, int sessions) {
        assertThat(calendar.sessionCount(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
                .isEqualTo(sessions);
    }

    /** As many as an index file of these years has rows; the dates were compared one by one when this was written. */
    @Test
    void countsTheSessionsOfTwoDecades() {
        assertThat(calendar.sessionCount(LocalDate.of(2000, 1, 3), LocalDate.of(2020, 4, 17)))
                .isEqualTo(5105);
    }

    @Test
    void countsNothingBackwards() {
        assertThat(calendar.sessionCount(LocalDate.of(2020, 4, 17), LocalDate.of(2020, 4, 16)))
                .isZero();
        assertThat(calendar.sessionCount(LocalDate.of(2020, 4, 17), LocalDate.of(2000, 1, 3)))
                .isZero();
        assertThat(calendar.sessionCount(LocalDate.of(2020, 4, 18), LocalDate.of(2020, 4, 19)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-08, 09:30, 16:00", // the Friday before clocks go forward, and the Monday after
        "2024-03-11, 09:30, 16:00",
        "2024-11-01, 09:30, 16:00", // back
        "2024-11-04, 09:30, 16:00",
        "1974-01-07, 10:00, 15:30", // daylight saving in January, in the oil crisis
        "1974-09-30, 10:00, 15:30",
        "1974-10-01, 10:00, 16:00",
        "1985-09-26, 10:00, 16:00",
        "1985-09-30, 09:30, 16:00",
        "2100-12-31, 09:30, 16:00",
        "2015-12-24, 09:30, 13:00",
        "1963-11-22, 10:00, 14:07"
    })
    void opensAndClosesInLocalTime(LocalDate session, LocalTime open, LocalTime close) {
        assertThat(calendar.openMs(session)).isEqualTo(at(session, open));
        assertThat(calendar.closeMs(session)).isEqualTo(at(session, close));
    }

    @Test
    void movesAgainstUniversalTimeWithTheSeason() {
        assertThat(calendar.openMs(LocalDate.of(2024, 3, 8)) % 86_400_000L).isEqualTo(14 * 3_600_000L + 1_800_000L);
        assertThat(calendar.openMs(LocalDate.of(2024, 3, 11)) % 86_400_000L).isEqualTo(13 * 3_600_000L + 1_800_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-03T03:59:59.999, CLOSED",
        "2024-07-03T04:00, PRE",
        "2024-07-03T09:29:59.999, PRE",
        "2024-07-03T09:30, RTH",
        "2024-07-03T12:59:59.999, RTH",
        "2024-07-03T13:00, POST",
        "2024-07-03T16:59:59.999, POST",
        "2024-07-03T17:00, CLOSED",
        "2024-07-04T10:00, CLOSED",
        "2024-07-05T19:59:59.999, POST",
        "2024-07-05T20:00, CLOSED",
        "2024-07-06T10:00, CLOSED",
        "2024-03-11T04:00, PRE",
        "2024-03-11T03:59, CLOSED",
        "1953-01-01T00:00, CLOSED",
        "2100-12-31T23:59, CLOSED"
    })
    void namesThePartOfTheDay(LocalDateTime local, Session part) {
        assertThat(calendar.sessionAt(local.atZone(ZONE).toInstant().toEpochMilli()))
                .isEqualTo(part);
    }

    @Test
    void findsSessionsAroundAWeekendAndAHoliday() {
        assertThat(calendar.sessionOnOrAfter(LocalDate.of(2024, 3, 29))).isEqualTo("2024-04-01");
        assertThat(calendar.sessionOnOrBefore(LocalDate.of(2024, 3, 31))).isEqualTo("2024-03-28");
        assertThat(calendar.sessionOnOrAfter(LocalDate.of(2024, 3, 28))).isEqualTo("2024-03-28");
        assertThat(calendar.sessionOnOrBefore(LocalDate.of(2024, 3, 28))).isEqualTo("2024-03-28");
        assertThat(calendar.plusSessions(LocalDate.of(2001, 9, 10), 1)).isEqualTo("2001-09-17");
        assertThat(calendar.plusSessions(LocalDate.of(2012, 10, 31), -1)).isEqualTo("2012-10-26");
    }

    @Test
    void countsTradingTimeOnly() {
        LocalDate friday = LocalDate.of(2024, 7, 5);
        long hour = 3_600_000L;
        assertThat(calendar.tradingMs(at(friday, LocalTime.of(15, 0)), at(friday.plusDays(3), LocalTime.of(10, 0))))
                .isEqualTo(hour + hour / 2);
        assertThat(calendar.tradingMs(at(friday, LocalTime.of(16, 0)), at(friday.plusDays(3), LocalTime.of(9, 30))))
                .isZero();
        assertThat(calendar.tradingMs(at(friday, LocalTime.of(12, 0)), at(friday, LocalTime.of(11, 0))))
                .isZero();
        assertThat(calendar.tradingMs(at(LocalDate.of(2024, 7, 3), LocalTime.MIN), at(friday, LocalTime.MIN)))
                .isEqualTo(3 * hour + hour / 2);
    }

    @Test
    void knowsItsFirstAndLastSession() {
        assertThat(calendar.sessionOnOrAfter(LocalDate.of(1953, 1, 1))).isEqualTo("1953-01-02");
        assertThat(calendar.sessionOnOrBefore(LocalDate.of(2100, 12, 31))).isEqualTo("2100-12-31");
        assertThat(calendar.tradingMs(at(LocalDate.of(1953, 1, 1), LocalTime.MIN), at(1953, 1, 2, 11)))
                .isEqualTo(3_600_000L);
        assertThat(calendar.openFrom(at(LocalDate.of(1953, 1, 1), LocalTime.MIN)))
                .isEqualTo(calendar.openMs(LocalDate.of(1953, 1, 2)));
        assertThat(calendar.closeAfter(at(LocalDate.of(2100, 12, 31), LocalTime.MIN)))
                .isEqualTo(calendar.closeMs(LocalDate.of(2100, 12, 31)));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.isSession(LocalDate.of(1952, 12, 31)))
                .withMessageContaining("1953 to 2100")
                .withMessageContaining("1952-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.isSession(LocalDate.of(2101, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.sessionOnOrBefore(LocalDate.of(1953, 1, 1)))
                .withMessageContaining("1953 to 2100");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusSessions(LocalDate.of(2100, 12, 31), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.plusSessions(LocalDate.of(2100, 12, 31), Integer.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.plusSessions(LocalDate.of(2024, 7, 5), Integer.MIN_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.sessionAt(at(LocalDate.of(1953, 1, 1), LocalTime.MIN) - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.sessionAt(at(LocalDate.of(2101, 1, 1), LocalTime.MIN)));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.tradingMs(0, Long.MAX_VALUE));
        long lastOpen = calendar.openMs(LocalDate.of(2100, 12, 31));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.openFrom(lastOpen + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.openFrom(Long.MIN_VALUE));
        long lastClose = calendar.closeMs(LocalDate.of(2100, 12, 31));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.closeAfter(lastClose));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-07-04", "2024-07-06", "2001-09-11"})
    void refusesHoursOfADayThatIsNoSession(LocalDate date) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.openMs(date))
                .withMessage(date + " is no session");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.closeMs(date));
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusSessions(date, 1));
    }

    private static long at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant().toEpochMilli();
    }

    private static long at(int year, int month, int day, int hour) {
        return at(LocalDate.of(year, month, day), LocalTime.of(hour, 0));
    }
}
