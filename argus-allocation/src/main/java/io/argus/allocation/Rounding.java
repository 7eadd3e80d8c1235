package io.argus.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding toward zero in decimal, as the shortest decimal form of the numbers reads: 0.29 of 100 is 29, though the
 * product of the two doubles lies below.
 */
final class Rounding {

    /** Below it a whole number of units has at most 15 digits, and no two such decimals share a double. */
    private static final double LARGEST_EXACT = 1e15;

    /** A weight nearer than this part of itself below a step is that step, less the noise of how it was worked out. */
    private static final double NOISE = 1e-12;

    private static final double WEIGHTS_PER_ONE = 1e8;
    private static final double CENTS_PER_ONE = 1e2;
    private static final long WEIGHT_UNITS = 100_000_000;
    private static final double FITS_LONG = 9e18;

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

    /**
     * To 8 decimals.
     *
     * @param largest that noise must not lift a weight above
     */
    static double weight(double value, double largest) {
        double nearest = Math.rint(value * WEIGHTS_PER_ONE) / WEIGHTS_PER_ONE;
        double above = Math.abs(nearest) - Math.abs(value);
        return above > 0 && above <= NOISE * Math.abs(value) && Math.abs(nearest) <= largest
                ? nearest
                : towardZero(value, 8, WEIGHTS_PER_ONE);
    }

    /** How many hundred-millionths a rounded weight has in size; sums of them are exact. */
    static double weightUnits(double weight) {
        return Math.rint(Math.abs(weight) * WEIGHTS_PER_ONE);
    }

    /** The weight of so many hundred-millionths. */
    static double ofWeightUnits(double units) {
        return units / WEIGHTS_PER_ONE;
    }

    /**
     * A part of an amount, to the cent.
     *
     * @param weight a rounded one
     */
    static double money(double weight, double amount) {
        double units = Math.rint(weight * WEIGHTS_PER_ONE);
        double cents = Math.rint(amount * CENTS_PER_ONE);
        boolean exact = isCents(amount, cents) && Math.abs(units) < LARGEST_EXACT;
        if (exact && Math.abs(units * cents) < FITS_LONG) {
            long whole = ((long) units) * ((long) cents) / WEIGHT_UNITS;
            return whole / CENTS_PER_ONE;
        }
        return BigDecimal.valueOf(weight)
                        .multiply(BigDecimal.valueOf(amount))
                        .setScale(2, RoundingMode.DOWN)
                        .doubleValue()
                + 0.0;
    }

    /** How often a part goes into a whole, both above zero or the whole zero. */
    static long times(double whole, double part) {
        double wholeCents = Math.rint(whole * CENTS_PER_ONE);
        double partCents = Math.rint(part * CENTS_PER_ONE);
        if (isCents(whole, wholeCents) && isCents(part, partCents) && partCents > 0) {
            return ((long) wholeCents) / ((long) partCents);
        }
        double quotient = whole / part;
        if (quotient >= FITS_LONG) {
            return Long.MAX_VALUE;
        }
        double nearest = Math.rint(quotient);
        if (quotient < LARGEST_EXACT && Math.abs(quotient - nearest) > NOISE * nearest) {
            return (long) quotient;
        }
        return BigDecimal.valueOf(whole)
                .divideToIntegralValue(BigDecimal.valueOf(part))
                .longValue();
    }

    private static boolean isCents(double amount, double cents) {
        return cents / CENTS_PER_ONE == amount && Math.abs(cents) < LARGEST_EXACT;
    }
}
