package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import java.time.LocalDate;

/**
 * Counts the bars that an exchange's regular hours should hold: each session is cut into bars from its open, the last
 * one ending at the close.
 */
final class SessionSlots {

    private final long durationMs;
    private final long[] open;
    private final long[] close;
    private final long[] slotsBefore;

    SessionSlots(TradingCalendar calendar, long durationMs, LocalDate from, LocalDate to) {
        this.durationMs = durationMs;
        int sessions = calendar.sessionCount(from, to);
        open = new long[sessions];
        close = new long[sessions];
        slotsBefore = new long[sessions + 1];
        LocalDate session = calendar.sessionOnOrAfter(from);
        for (int i = 0; i < sessions; i++) {
            open[i] = calendar.openMs(session);
            close[i] = calendar.closeMs(session);
            slotsBefore[i + 1] = slotsBefore[i] + (close[i] - open[i] + durationMs - 1) / durationMs;
            session = calendar.plusSessions(session, 1);
        }
    }

    /**
     * For each bar, how many slots close after it up to the end of a length of time, at most as many as begin within it:
     * after bars that do not start with the session, on the hour say, one slot more can close than fits.
     */
    int[] after(BarSeries bars, long lengthMs) {
        long most = (lengthMs + durationMs - 1) / durationMs;
        Walk starts = new Walk();
        Walk ends = new Walk();
        int[] slots = new int[bars.size()];
        for (int bar = 0; bar < slots.length; bar++) {
            long close = bars.closeTime(bar);
            slots[bar] = (int) Math.min(most, ends.closedBy(close + lengthMs) - starts.closedBy(close));
        }
        return slots;
    }

    /** Counts at times that never go back, so that no session is looked for twice. */
    private final class Walk {

        private int begun;

        /** Slots that have closed at or before the time. */
        long closedBy(long timeMs) {
            while (begun < open.length && open[begun] <= timeMs) {
                begun++;
            }
            int session = begun - 1;
            if (session < 0) {
                return 0;
            }
            return timeMs >= close[session]
                    ? slotsBefore[begun]
                    : slotsBefore[session] + (timeMs - open[session]) / durationMs;
        }
    }
}
