package io.argus.replay.engine;

import io.argus.research.experiment.CashRate;
import java.time.LocalDate;

/** The cash rate as time goes on; looks one up a day at most. */
final class CashRateCursor {

    private static final long DAY_MS = 86_400_000L;

    private final CashRate rate;
    private final boolean zero;
    private long day = Long.MIN_VALUE;
    private double annual;

    CashRateCursor(CashRate rate) {
        this.rate = rate;
        zero = rate.isZero();
    }

    double annualAt(long timeMs) {
        if (zero) {
            return 0;
        }
        long epochDay = Math.floorDiv(timeMs, DAY_MS);
        if (epochDay != day) {
            day = epochDay;
            annual = rate.annualOn(LocalDate.ofEpochDay(epochDay));
        }
        return annual;
    }
}
