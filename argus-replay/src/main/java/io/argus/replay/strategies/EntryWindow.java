package io.argus.replay.strategies;

import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When an overnight position may be entered on bars shorter than a session. On an exchange: the last minutes of regular
 * trading and the first ones before it opens; round the clock: where Asia hands over to Europe, and Europe to America.
 */
final class EntryWindow {

    private static final long MINUTE_MS = 60_000;
    /** Trading before the regular open begins so long before it. */
    private static final long PRE_MARKET_MS = 330 * MINUTE_MS;

    private final long lengthMs;
    private Session before = Session.CLOSED;

    EntryWindow(int minutes) {
        lengthMs = minutes * MINUTE_MS;
    }

    /** The window in which an instant lies, by a name that no other window has. */
    Optional<String> find(long nowMs, TradingCalendar calendar) {
        Session now = calendar.sessionAt(nowMs);
        Session left = before;
        before = now;
        LocalDate date = calendar.dateAt(nowMs);
        if (calendar == TradingCalendar.roundTheClock()) {
            boolean handedOver =
                    (left == Session.ASIA && now == Session.EU) || (left == Session.EU && now == Session.US);
            return handedOver ? Optional.of(date + " " + now) : Optional.empty();
        }
        if (now == Session.RTH && calendar.closeMs(date) - nowMs <= lengthMs) {
            return Optional.of(date + " RTH");
        }
        if (now == Session.PRE && nowMs - (calendar.openMs(date) - PRE_MARKET_MS) <= lengthMs) {
            return Optional.of(date + " PRE");
        }
        return Optional.empty();
    }
}
