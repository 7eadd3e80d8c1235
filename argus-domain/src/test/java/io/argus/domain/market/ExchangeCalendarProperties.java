package io.argus.domain.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.Dates;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeCalendarProperties {

    private static final LocalDate FIRST = LocalDate.of(1953, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final TradingCalendar calendar = TradingCalendar.newYorkStockExchange();

    @Property
    void sessionsAreWeekdays(@ForAll("sessions") LocalDate session) {
        assertThat(session.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(calendar.isSession(session)).isTrue();
    }

    @Property
    void goingForwardAndBackEndsWhereItBegan(
            @ForAll("sessions") LocalDate session, @ForAll @IntRange(min = -40_000, max = 40_000) int steps) {
        int before = calendar.sessionCount(FIRST, session) - 1;
        int after = calendar.sessionCount(session, LAST) - 1;
        int possible = Math.max(-before, Math.min(after, steps));
        LocalDate there = calendar.plusSessions(session, possible);
        assertThat(calendar.plusSessions(there, -possible)).isEqualTo(session);
        LocalDate earlier = possible < 0 ? there : session;
        LocalDate later = possible < 0 ? session : there;
        assertThat(calendar.sessionCount(earlier, later)).isEqualTo(Math.abs(possible) + 1);
    }

    @Property
    void countsWhatAWalkOverTheDaysCounts(
            @ForAll("dates") LocalDate from, @ForAll @IntRange(min = -10, max = 800) int days) {
        LocalDate wanted = from.plusDays(days);
        LocalDate to = wanted.isAfter(LAST) ? LAST : wanted.isBefore(FIRST) ? FIRST : wanted;
        long walked = to.isBefore(from)
                ? 0
                : from.datesUntil(to.plusDays(1)).filter(calendar::isSession).count();
        assertThat(calendar.sessionCount(from, to)).isEqualTo((int) walked);
    }

    @Property
    void findsTheNearestSession(@ForAll("dates") LocalDate date) {
        LocalDate before = calendar.sessionOnOrBefore(date);
        LocalDate after = calendar.sessionOnOrAfter(date);
        assertThat(before).isBeforeOrEqualTo(date);
        assertThat(after).isAfterOrEqualTo(date);
        assertThat(before.equals(after)).isEqualTo(calendar.isSession(date));
        assertThat(before.plusDays(1).datesUntil(date.plusDays(1)).filter(calendar::isSession))
                .isEmpty();
        assertThat(date.datesUntil(after).filter(calendar::isSession)).isEmpty();
    }

    @Property
    void tradingTimeAddsUp(@ForAll("instants") long one, @ForAll("instants") long two, @ForAll("instants") long three) {
        long[] times =
                Stream.of(one, two, three).mapToLong(Long::longValue).sorted().toArray();
        assertThat(calendar.tradingMs(times[0], times[2]))
                .isEqualTo(calendar.tradingMs(times[0], times[1]) + calendar.tradingMs(times[1], times[2]))
                .isLessThanOrEqualTo(times[2] - times[0]);
        assertThat(calendar.tradingMs(times[2], times[0])).isZero();
    }

    @Property
    void aSessionTradesFromOpenToClose(@ForAll("sessions") LocalDate session) {
        long open = calendar.openMs(session);
        long close = calendar.closeMs(session);
        assertThat(close - open).isBetween(3 * 3_600_000L, 6 * 3_600_000L + 1_800_000L);
        assertThat(calendar.tradingMs(open, close)).isEqualTo(close - open);
        assertThat(calendar.tradingMs(open - 3_600_000L, close + 3_600_000L)).isEqualTo(close - open);
        assertThat(calendar.dateAt(open)).isEqualTo(session);
        assertThat(calendar.dateAt(close)).isEqualTo(session);
    }

    @Property
    void theNextCloseIsThatOfTheFirstSessionNotOverYet(@ForAll("instants") long time) {
        Assume.that(time < calendar.closeMs(LAST));
        LocalDate session = calendar.sessionOnOrAfter(calendar.dateAt(time));
        LocalDate open = calendar.closeMs(session) > time ? session : calendar.plusSessions(session, 1);
        assertThat(calendar.closeAfter(time)).isEqualTo(calendar.closeMs(open));
    }

    @Property
    void theNextOpenIsThatOfTheFirstSessionNotBegunYet(@ForAll("instants") long time) {
        Assume.that(time <= calendar.openMs(LAST));
        LocalDate session = calendar.sessionOnOrAfter(calendar.dateAt(time));
        LocalDate next = calendar.openMs(session) >= time ? session : calendar.plusSessions(session, 1);
        assertThat(calendar.openFrom(time)).isEqualTo(calendar.openMs(next));
        assertThat(calendar.openFrom(calendar.openMs(next))).isEqualTo(calendar.openMs(next));
    }

    @Property
    void roundTheClockADayOpensAtMidnight(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 4_000_000_000_000L) long time) {
        TradingCalendar clock = TradingCalendar.roundTheClock();
        long open = clock.openFrom(time);
        assertThat(open).isEqualTo(clock.openMs(clock.dateAt(open))).isBetween(time, time + 86_399_999L);
    }

    @Property
    void roundTheClockADayClosesAtMidnight(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 4_000_000_000_000L) long time) {
        TradingCalendar clock = TradingCalendar.roundTheClock();
        assertThat(clock.closeAfter(time))
                .isEqualTo(clock.closeMs(clock.dateAt(time)))
                .isGreaterThan(time);
    }

    @Property
    void thePartOfTheDayAgreesWithOpenAndClose(@ForAll("instants") long time) {
        LocalDate date = calendar.dateAt(time);
        boolean trades = calendar.isSession(date) && time >= calendar.openMs(date) && time < calendar.closeMs(date);
        assertThat(calendar.sessionAt(time) == Session.RTH).isEqualTo(trades);
        assertThat(calendar.tradingMs(time, time + 1)).isEqualTo(trades ? 1 : 0);
    }

    @Property
    void theDayRunsThroughItsParts(@ForAll("sessions") LocalDate session) {
        long open = calendar.openMs(session);
        long close = calendar.closeMs(session);
        assertThat(calendar.sessionAt(open - 1)).isEqualTo(Session.PRE);
        assertThat(calendar.sessionAt(open)).isEqualTo(Session.RTH);
        assertThat(calendar.sessionAt(close - 1)).isEqualTo(Session.RTH);
        assertThat(calendar.sessionAt(close)).isEqualTo(Session.POST);
        assertThat(calendar.sessionAt(close + 4 * 3_600_000L - 1)).isEqualTo(Session.POST);
        assertThat(calendar.sessionAt(close + 4 * 3_600_000L)).isEqualTo(Session.CLOSED);
    }

    @Property
    void datesAreThoseOfTheZone(@ForAll("instants") long time) {
        assertThat(calendar.dateAt(time))
                .isEqualTo(Instant.ofEpochMilli(time).atZone(calendar.zone()).toLocalDate());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Dates.dates().between(FIRST, LAST);
    }

    @Provide
    Arbitrary<LocalDate> sessions() {
        return dates().map(calendar::sessionOnOrAfter);
    }

    @Provide
    Arbitrary<Long> instants() {
        return Arbitraries.longs()
                .between(calendar.openMs(FIRST) - 10 * 3_600_000L, calendar.closeMs(LAST) + 7 * 3_600_000L);
    }
}
