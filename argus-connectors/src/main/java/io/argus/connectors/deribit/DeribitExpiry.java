package io.argus.connectors.deribit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When Deribit's options expire and settle. */
public final class DeribitExpiry {

    /** In UTC, on every day. */
    public static final LocalTime TIME = LocalTime.of(8, 0);

    /** What is sent for what does not expire: a day in the year 3000. */
    public static final long NEVER_MS = 32_503_708_800_000L;

    private DeribitExpiry() {}

    public static long ms(LocalDate date) {
        return date.atTime(TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
