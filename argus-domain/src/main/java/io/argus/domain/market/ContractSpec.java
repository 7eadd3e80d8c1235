package io.argus.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * What one unit of an instrument is.
 *
 * @param payoff linear contracts pay in the quote currency, inverse ones in the coin
 * @param multiplier currency per point of price for one unit; 1 for spot
 * @param lotSize the smallest tradable quantity; below 1 where fractions may be traded
 * @param tickSizes price steps, the smallest price first; empty when any price may be quoted
 * @param exercise when an option may be exercised; of no meaning for other kinds
 */
public record ContractSpec(
        Kind kind,
        Payoff payoff,
        double multiplier,
        double lotSize,
        List<TickSize> tickSizes,
        String quoteCurrency,
        String settlementCurrency,
        Exercise exercise) {

    /** The kind of claim. */
    public enum Kind {
        SPOT,
        FUTURE,
        PERPETUAL,
        OPTION;

        /** Whether the instrument is a contract, so that a size in contracts means something. */
        public boolean derivative() {
            return this != SPOT;
        }
    }

    /** In what the instrument pays. */
    public enum Payoff {
        LINEAR,
        INVERSE
    }

    /** When an option may be exercised. */
    public enum Exercise {
        /** At expiry alone. */
        EUROPEAN,
        /** Until expiry. */
        AMERICAN
    }

    /**
     * A price step.
     *
     * @param abovePrice the step holds from this price up
     */
    public record TickSize(double abovePrice, double tick) {

        public TickSize {
            if (!(abovePrice >= 0) || !(tick > 0)) {
                throw new IllegalArgumentException("tick " + tick + " above price " + abovePrice);
            }
        }
    }

    /** The lot of spot instruments that nothing is said about: a hundred-millionth. */
    public static final double FRACTIONAL_LOT = 1e-8;

    private static final double MOST_LOTS_PER_UNIT = 1e15;

    public ContractSpec {
        if (!(multiplier > 0) || Double.isInfinite(multiplier)) {
            throw new IllegalArgumentException("multiplier must be positive: " + multiplier);
        }
        if (!(lotSize > 0) || Double.isInfinite(lotSize)) {
            throw new IllegalArgumentException("lot size must be positive: " + lotSize);
        }
        tickSizes = List.copyOf(tickSizes);
        if (quoteCurrency.isBlank() || settlementCurrency.isBlank()) {
            throw new IllegalArgumentException("an instrument needs its currencies");
        }
        Objects.requireNonNull(exercise, "exercise");
    }

    /** A specification whose exercise is European, or of no meaning. */
    public ContractSpec(
            Kind kind,
            Payoff payoff,
            double multiplier,
            double lotSize,
            List<TickSize> tickSizes,
            String quoteCurrency,
            String settlementCurrency) {
        this(kind, payoff, multiplier, lotSize, tickSizes, quoteCurrency, settlementCurrency, Exercise.EUROPEAN);
    }

    /** Spot traded in fractions, priced and settled in one currency. */
    public static ContractSpec spot(String currency) {
        return new ContractSpec(Kind.SPOT, Payoff.LINEAR, 1, FRACTIONAL_LOT, List.of(), currency, currency);
    }

    /** The price step at a price; 0 when any price may be quoted. */
    public double tickAt(double price) {
        double tick = 0;
        for (TickSize size : tickSizes) {
            if (tick == 0 || price >= size.abovePrice()) {
                tick = size.tick();
            }
        }
        return tick;
    }

    /** The largest whole number of lots within a quantity, toward zero, in decimal arithmetic. */
    public double wholeLots(double quantity) {
        double lots = quantity / lotSize;
        // Rounding moves a quotient of this size by less than a thousandth: only near a whole number does it decide.
        // A quotient by one is not rounded.
        boolean clear = Math.abs(lots) < 1e12 && (lotSize == 1 || Math.abs(lots - Math.rint(lots)) > 1e-3);
        double lotsPerUnit = clear ? lotsPerUnit() : 0;
        // Both are whole numbers without error, so that the quotient is what decimal arithmetic gives.
        return lotsPerUnit > 0 ? (long) lots / lotsPerUnit : wholeLotsInDecimals(quantity);
    }

    private double wholeLotsInDecimals(double quantity) {
        BigDecimal lot = BigDecimal.valueOf(lotSize);
        BigDecimal lots = BigDecimal.valueOf(quantity).divide(lot, 0, RoundingMode.DOWN);
        return lots.multiply(lot).doubleValue();
    }

    /** A power of ten; 0 for lots that are not one over such a power. */
    private double lotsPerUnit() {
        for (double power = 1; power <= MOST_LOTS_PER_UNIT; power *= 10) {
            if (1 / power == lotSize) {
                return power;
            }
        }
        return 0;
    }
}
