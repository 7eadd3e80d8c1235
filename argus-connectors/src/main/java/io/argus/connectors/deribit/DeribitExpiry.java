package io.argus.connectors.deribit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When Deribit's options expire and settle. */
public final class DeribitExpiry {

    /** In UTC, on every day. */
    public static final LocalTime TIME = LocalTime.of(8, 0);

    private DeribitExpiry() {}

    public static long ms(LocalDate date) {
        return date.atTime(TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
