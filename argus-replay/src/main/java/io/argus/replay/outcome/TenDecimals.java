package io.argus.replay.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds to 10 decimals of the value itself, half-even, as decimal arithmetic on its exact digits would. */
final class TenDecimals {

    private static final double SCALE = 1e10;

    private TenDecimals() {}

    static double rounded(double value) {
        double scaled = value * SCALE;
        // Beyond 2^52 the scaled value is whole already; NaN passes through.
        if (!(Math.abs(scaled) < 0x1p52)) {
            return value;
        }
        double whole = Math.rint(scaled);
        // Scaling is off by half a unit in the last place at most, which may move a value across the middle between
        // two; only that near to it the exact digits are asked.
        boolean nearMiddle = Math.abs(Math.abs(scaled - whole) - 0.5) <= Math.abs(scaled) * 0x1p-52;
        return nearMiddle
                ? new BigDecimal(value).setScale(10, RoundingMode.HALF_EVEN).doubleValue() + 0.0
                : whole / SCALE + 0.0;
    }
}
