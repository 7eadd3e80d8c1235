package io.argus.replay.execution;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import java.time.LocalDate;

/**
 * An instrument with its bars and what execution must know of each of them, worked out once and shared by all runs.
 */
public final class Listing {

    private static final byte OPENS_SESSION = 1;
    private static final byte CLOSES_SESSION = 2;
    private static final byte OPEN_TRUSTED = 4;
    private static final byte FORWARD_FILLED = 8;

    private final Instrument instrument;
    private final BarSeries bars;
    private final byte[] flags;
    private final Session[] sessions;

    public Listing(Instrument instrument, BarSeries bars) {
        this.instrument = instrument;
        this.bars = bars;
        flags = new byte[bars.size()];
        sessions = new Session[bars.size()];
        flagSessions();
        flagForwardFilled();
        StaleOpens stale = new StaleOpens(bars, this::opensSession);
        boolean doubtful = instrument.calendar() != TradingCalendar.roundTheClock();
        for (int i = 0; i < flags.length; i++) {
            flags[i] |= !doubtful || stale.trusted(i) ? OPEN_TRUSTED : 0;
        }
    }

    public Instrument instrument() {
        return instrument;
    }

    public BarSeries bars() {
        return bars;
    }

    /** The part of the day in which the bar lies. */
    public Session session(int bar) {
        return sessions[bar];
    }

    /**
     * Whether a price made at a time still comes in time for an order: within two bars, or by the end of the next session. A
     * session's last prices are made at its close.
     */
    boolean inReach(long submittedMs, long timeMs) {
        if (timeMs <= submittedMs + 2 * bars.durationMs()) {
            return true;
        }
        TradingCalendar calendar = instrument.calendar();
        return timeMs <= calendar.closeAfter(calendar.openFrom(submittedMs));
    }

    /** Whether the bar starts when its session does. */
    boolean opensSession(int bar) {
        return (flags[bar] & OPENS_SESSION) != 0;
    }

    /** Whether the bar ends when its session does. */
    boolean closesSession(int bar) {
        return (flags[bar] & CLOSES_SESSION) != 0;
    }

    /** Whether the bar's open is a price that was traded, as far as earlier bars tell. */
    boolean openTrusted(int bar) {
        return (flags[bar] & OPEN_TRUSTED) != 0;
    }

    boolean forwardFilled(int bar) {
        return (flags[bar] & FORWARD_FILLED) != 0;
    }

    private void flagSessions() {
        TradingCalendar calendar = instrument.calendar();
        long open = Long.MAX_VALUE;
        long close = Long.MIN_VALUE;
        for (int i = 0; i < flags.length; i++) {
            if (bars.openTime(i) >= close) {
                LocalDate session = calendar.sessionOnOrAfter(calendar.dateAt(bars.openTime(i)));
                open = calendar.openMs(session);
                close = calendar.closeMs(session);
            }
            flags[i] |= bars.openTime(i) == open ? OPENS_SESSION : 0;
            flags[i] |= bars.closeTime(i) == close ? CLOSES_SESSION : 0;
            sessions[i] = calendar.sessionAt(bars.openTime(i));
        }
    }

    private void flagForwardFilled() {
        for (int i = 0; i < flags.length; i++) {
            flags[i] |= bars.forwardFilled(i) ? FORWARD_FILLED : 0;
        }
    }
}
