package io.argus.replay.outcome;

import io.argus.domain.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Arrays;

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

    /** Slots that have closed at or before the time. O(log sessions). */
    long closedBy(long timeMs) {
        int at = Arrays.binarySearch(open, timeMs);
        int session = at >= 0 ? at : -at - 2;
        if (session < 0) {
            return 0;
        }
        return timeMs >= close[session]
                ? slotsBefore[session + 1]
                : slotsBefore[session] + (timeMs - open[session]) / durationMs;
    }
}
