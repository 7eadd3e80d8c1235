package io.argus.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding toward zero in decimal, as the shortest decimal form of the number reads. */
final class Rounding {

    /** Closer than this to a whole number of units, only decimal arithmetic can tell the side. */
    private static final double DOUBTFUL = 1e-6;

    private static final double LARGEST_EXACT = 1e9;

    private Rounding() {}

    static double towardZero(double value, int decimals, double unitsPerOne) {
        double units = value * unitsPerOne;
        if (Math.abs(units) < LARGEST_EXACT) {
            double whole = units < 0 ? Math.ceil(units) : Math.floor(units);
            double rest = Math.abs(units - whole);
            if (rest > DOUBTFUL && rest < 1 - DOUBTFUL) {
                return whole / unitsPerOne + 0.0;
            }
        }
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN).doubleValue() + 0.0;
    }
}
