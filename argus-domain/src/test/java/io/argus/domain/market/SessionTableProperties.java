package io.argus.domain.market;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

import static org.assertj.core.api.Assertions.assertThat;

/** The table answers what a look at every session answers: in 1968 with its Wednesdays off, and on either side of 1970. */
class SessionTableProperties {

    private static final int FIRST_YEAR = 1968;
    private static final int LAST_YEAR = 1970;
    private static final long POST_MARKET_MS = 4 * 3_600_000L;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final List<LocalDate> SESSIONS = LocalDate.of(FIRST_YEAR, 1, 1)
            .datesUntil(LocalDate.of(LAST_YEAR + 1, 1, 1))
            .filter(date -> Weekdays.isWeekday(date)
                    && !NewYorkHolidays.closures(date.getYear()).contains(date))
            .toList();

    private final SessionTable table = SessionTable.newYork(ZONE, FIRST_YEAR, LAST_YEAR);

    @Property
    void datesAreCountedAsByALookAtEverySession(@ForAll("dates") LocalDate date) {
        int before = (int) SESSIONS.stream().filter(each -> each.isBefore(date)).count();
        boolean session = SESSIONS.contains(date);

        assertThat(table.contains(date)).isEqualTo(session);
        assertThat(table.countBefore(date)).isEqualTo(before);
        assertThat(table.countUpTo(date)).isEqualTo(session ? before + 1 : before);
    }

    @Property
    void theNextOpenAndCloseAreThoseOfALookAtEverySession(@ForAll("instants") long timeMs) {
        Assume.that(timeMs <= opens().max().orElseThrow());

        assertThat(table.openFrom(timeMs))
                .isEqualTo(opens().filter(open -> open >= timeMs).min().orElseThrow());
        assertThat(table.closeAfter(timeMs))
                .isEqualTo(SESSIONS.stream()
                        .mapToLong(SessionTableProperties::closeMs)
                        .filter(close -> close > timeMs)
                        .min()
                        .orElseThrow());
    }

    @Property
    void tradingTimeIsThatOfALookAtEverySession(@ForAll("instants") long timeMs) {
        assertThat(table.tradedBefore(timeMs))
                .isEqualTo(SESSIONS.stream()
                        .mapToLong(each -> Math.max(0, Math.min(timeMs, closeMs(each)) - openMs(each)))
                        .sum());
    }

    @Property
    void thePartOfTheDayIsThatOfALookAtEverySession(@ForAll("instants") long timeMs) {
        assertThat(table.partOfDay(timeMs))
                .isEqualTo(SESSIONS.stream()
                        .map(each -> partOf(each, timeMs))
                        .filter(part -> part != Session.CLOSED)
                        .findFirst()
                        .orElse(Session.CLOSED));
    }

    private static Session partOf(LocalDate session, long timeMs) {
        if (timeMs < instantMs(session, NewYorkHours.PRE_MARKET, ZONE) || timeMs >= closeMs(session) + POST_MARKET_MS) {
            return Session.CLOSED;
        }
        if (timeMs < openMs(session)) {
            return Session.PRE;
        }
        return timeMs < closeMs(session) ? Session.RTH : Session.POST;
    }

    private static LongStream opens() {
        return SESSIONS.stream().mapToLong(SessionTableProperties::openMs);
    }

    private static long openMs(LocalDate session) {
        return instantMs(session, NewYorkHours.open(session), ZONE);
    }

    private static long closeMs(LocalDate session) {
        return instantMs(session, NewYorkHours.close(session), ZONE);
    }

    private static long instantMs(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Dates.dates().between(LocalDate.of(FIRST_YEAR, 1, 1), LocalDate.of(LAST_YEAR, 12, 31));
    }

    /** At, or a millisecond beside, a time of the day at which an answer may change. */
    @Provide
    Arbitrary<Long> instants() {
        Arbitrary<LocalTime> times = Arbitraries.of(
                LocalTime.MIDNIGHT,
                NewYorkHours.PRE_MARKET,
                LocalTime.of(10, 0),
                LocalTime.of(14, 0),
                LocalTime.of(15, 30),
                LocalTime.of(18, 0),
                LocalTime.of(19, 30));
        return Combinators.combine(
                        dates(),
                        times,
                        Arbitraries.of(ZONE, ZoneOffset.UTC),
                        Arbitraries.integers().between(-1, 1))
                .as((date, time, zone, beside) -> instantMs(date, time, zone) + beside)
                .filter(timeMs -> timeMs >= instantMs(LocalDate.of(FIRST_YEAR, 1, 1), LocalTime.MIDNIGHT, ZONE));
    }
}
