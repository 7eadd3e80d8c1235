package io.argus.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding toward zero in decimal, as the shortest decimal form of the number reads. */
final class Rounding {

    /** Below it a whole number of units has at most 15 digits, and no two such decimals share a double. */
    private static final double LARGEST_EXACT = 1e15;

    private Rounding() {}

    /** @param unitsPerOne ten to the power of {@code decimals} */
    static double towardZero(double value, int decimals, double unitsPerOne) {
        double units = value * unitsPerOne;
        if (Math.abs(units) < LARGEST_EXACT) {
            double whole = Math.rint(units);
            // The decimal of the whole reads as this very double; the value's decimal lies where the value's double
            // lies.
            if (Math.abs(whole / unitsPerOne) > Math.abs(value)) {
                whole -= Math.signum(whole);
            }
            return whole / unitsPerOne + 0.0;
        }
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN).doubleValue() + 0.0;
    }
}
