package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;

/** How far the window after a bar reaches, and how many bars it should hold. Asked for every figure, so it looks up. */
interface WindowLength {

    long endOf(int bar);

    int expectedAfter(int bar);

    /** A length of time on a market that never closes. */
    static WindowLength fixed(BarSeries bars, long horizonMs, int expected) {
        return new WindowLength() {
            @Override
            public long endOf(int bar) {
                return bars.closeTime(bar) + horizonMs;
            }

            @Override
            public int expectedAfter(int bar) {
                return expected;
            }
        };
    }

    /** A length of time on an exchange, where only trading hours hold bars. */
    static WindowLength withinHours(BarSeries bars, long horizonMs, SessionSlots slots) {
        int[] expected = slots.after(bars, horizonMs);
        return new WindowLength() {
            @Override
            public long endOf(int bar) {
                return bars.closeTime(bar) + horizonMs;
            }

            @Override
            public int expectedAfter(int bar) {
                return expected[bar];
            }
        };
    }

    /** A number of sessions after the session that a daily bar is. */
    static WindowLength sessions(BarSeries bars, TradingCalendar calendar, int count) {
        long[] ends = new long[bars.size()];
        for (int bar = 0; bar < ends.length; bar++) {
            ends[bar] = calendar.closeMs(calendar.plusSessions(calendar.dateAt(bars.openTime(bar)), count));
        }
        return new WindowLength() {
            @Override
            public long endOf(int bar) {
                return ends[bar];
            }

            @Override
            public int expectedAfter(int bar) {
                return count;
            }
        };
    }
}
