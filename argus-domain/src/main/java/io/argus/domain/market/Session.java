package io.argus.domain.market;

/** The part of the day in which an instant falls, for the instrument's own market. */
public enum Session {
    /** Exchange: 04:00 to the regular open. */
    PRE,
    /** Exchange: regular trading hours, shorter on half days. */
    RTH,
    /** Exchange: the regular close to four hours later. */
    POST,
    /** Exchange: nights, weekends and holidays. */
    CLOSED,
    /** Round the clock: 00:00 to 08:00 UTC. */
    ASIA,
    /** Round the clock: 08:00 to 14:00 UTC. */
    EU,
    /** Round the clock: 14:00 to 22:00 UTC. */
    US,
    /** Round the clock: 22:00 to 24:00 UTC. */
    OFFPEAK
}
