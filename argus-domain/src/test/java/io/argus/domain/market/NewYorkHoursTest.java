package io.argus.domain.market;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NewYorkHoursTest {

    @ParameterizedTest
    @CsvSource({
        // Thanksgiving
        "1991-11-29, 16:00",
        "1992-11-27, 14:00",
        "1993-11-26, 13:00",
        "2023-11-24, 13:00",
        // Christmas
        "1974-12-24, 14:00",
        "1989-12-26, 16:00",
        "1990-12-24, 14:00",
        "1993-12-23, 16:00",
        "1996-12-24, 13:00",
        "1997-12-26, 13:00",
        "1999-12-23, 16:00",
        "2001-12-24, 13:00",
        "2003-12-26, 13:00",
        "2008-12-26, 16:00",
        "2015-12-24, 13:00",
        "2019-12-24, 13:00",
        // Independence Day
        "1994-07-05, 16:00",
        "1995-07-03, 13:00",
        "1996-07-03, 16:00",
        "1996-07-05, 13:00",
        "2002-07-05, 13:00",
        "2003-07-03, 13:00",
        "2007-07-03, 13:00",
        "2012-07-03, 13:00",
        "2013-07-03, 13:00",
        "2013-07-05, 16:00",
        "2019-07-05, 16:00",
        "2024-07-03, 13:00"
    })
    void closesEarlyBesideHolidays(LocalDate session, LocalTime close) {
        assertThat(NewYorkHours.close(session)).isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({
        "1966-01-05, 15:30",
        "1966-01-06, 14:00",
        "1966-01-14, 14:00",
        "1966-01-17, 15:30",
        "1967-08-08, 15:30",
        "1967-08-09, 14:00",
        "1967-08-21, 15:30",
        "1968-01-19, 15:30",
        "1968-01-22, 14:00",
        "1968-03-01, 14:00",
        "1968-03-04, 15:30",
        "1968-12-31, 15:30",
        "1969-01-02, 14:00",
        "1969-07-03, 14:00",
        "1969-07-07, 14:30",
        "1969-09-26, 14:30",
        "1969-09-29, 15:00",
        "1970-05-01, 15:00",
        "1970-05-04, 15:30",
        "1987-10-22, 16:00",
        "1987-10-23, 14:00",
        "1987-10-30, 14:00",
        "1987-11-02, 14:30",
        "1987-11-05, 15:00",
        "1987-11-09, 15:30",
        "1987-11-11, 15:30",
        "1987-11-12, 16:00"
    })
    void closesEarlyForWeeks(LocalDate session, LocalTime close) {
        assertThat(NewYorkHours.close(session)).isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({
        "1963-11-22, 14:07", "1964-10-23, 14:00", "1967-02-07, 14:00", "1975-02-12, 14:30", "1976-08-09, 15:00",
        "1978-02-06, 14:00", "1981-03-30, 15:17", "1981-09-09, 15:28", "1994-02-11, 14:30", "1996-01-08, 14:00",
        "1997-10-27, 15:30", "2005-06-01, 15:56"
    })
    void closesEarlyOnSingleDays(LocalDate session, LocalTime close) {
        assertThat(NewYorkHours.close(session)).isEqualTo(close);
        assertThat(NewYorkHours.close(session.plusDays(20))).isAfterOrEqualTo(LocalTime.of(15, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "1953-01-02, 10:00, 15:30", "1974-09-30, 10:00, 15:30", "1974-10-01, 10:00, 16:00",
        "1985-09-26, 10:00, 16:00", "1985-09-30, 09:30, 16:00", "2100-12-31, 09:30, 16:00"
    })
    void changedItsRegularHoursTwice(LocalDate session, LocalTime open, LocalTime close) {
        assertThat(NewYorkHours.open(session)).isEqualTo(open);
        assertThat(NewYorkHours.close(session)).isEqualTo(close);
    }
}
