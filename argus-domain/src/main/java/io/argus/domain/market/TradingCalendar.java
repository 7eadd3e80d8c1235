package io.argus.domain.market;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a market trades. A <em>session</em> is one trading day with an open and a close; on a round-the-clock market
 * every UTC day is one. Immutable; safe for any number of threads.
 */
public sealed interface TradingCalendar permits ExchangeCalendar, RoundTheClockCalendar {

    /** The New York Stock Exchange from 1953 to 2100, with its holidays, half days and unplanned closures. */
    static TradingCalendar newYorkStockExchange() {
        return ExchangeCalendar.NEW_YORK;
    }

    /** A market that never closes; its days are UTC days. */
    static TradingCalendar roundTheClock() {
        return RoundTheClockCalendar.INSTANCE;
    }

    /** The calendar with this {@link #name()}. */
    static Optional<TradingCalendar> find(String name) {
        return all().stream().filter(calendar -> calendar.name().equals(name)).findFirst();
    }

    /** Every calendar there is. */
    static List<TradingCalendar> all() {
        return List.of(newYorkStockExchange(), roundTheClock());
    }

    /** {@code NYSE} or {@code 24/7}; what files carry. */
    String name();

    /** The zone of the market's own dates. */
    ZoneId zone();

    /** 252 for exchange sessions, 365 round the clock. */
    int periodsPerYear();

    /** The market's date at an instant. */
    LocalDate dateAt(long timeMs);

    /**
     * @throws IllegalArgumentException when the date lies outside the years that the calendar knows
     */
    boolean isSession(LocalDate date);

    /**
     * The start of regular trading.
     *
     * @throws IllegalArgumentException when the date is no session
     */
    long openMs(LocalDate session);

    /**
     * The end of regular trading, early on half days.
     *
     * @throws IllegalArgumentException when the date is no session
     */
    long closeMs(LocalDate session);

    /** When the session opens that is the first to open at or after an instant. */
    long openFrom(long timeMs);

    /** When the session closes that is the first to close after an instant. */
    long closeAfter(long timeMs);

    /** The first session on or after the date. */
    LocalDate sessionOnOrAfter(LocalDate date);

    /** The last session on or before the date. */
    LocalDate sessionOnOrBefore(LocalDate date);

    /** The session that many sessions later (earlier when negative). */
    LocalDate plusSessions(LocalDate session, int sessions);

    /** Sessions from one date to another, both included; 0 when the second lies before the first. */
    int sessionCount(LocalDate from, LocalDate to);

    /** Milliseconds of regular trading between two instants; 0 when the second does not lie after the first. */
    long tradingMs(long fromMs, long toMs);

    /** The part of the day at an instant. */
    Session sessionAt(long timeMs);
}
