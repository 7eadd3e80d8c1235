package io.argus.domain.market;

/**
 * What trading an instrument costs, before the run's cost multiplier. A fill pays the commission and is moved
 * against the trader by the slippage.
 *
 * @param commissionRate fraction of the traded notional
 * @param commissionPerUnit currency per unit or contract
 * @param commissionCap upper bound of the commission as a fraction of the unit's price, 1 for none
 * @param slippageRate fraction of the price
 * @param slippagePerUnit in price
 */
public record FeeSchedule(
        double commissionRate,
        double commissionPerUnit,
        double commissionCap,
        double slippageRate,
        double slippagePerUnit) {

    /** One basis point of commission and one of slippage. */
    public static final FeeSchedule SPOT = proportional(0.0001, 0.0001);

    /** Nothing. For tests and for prices that are already net. */
    public static final FeeSchedule NONE = proportional(0, 0);

    public FeeSchedule {
        requireCost("commission rate", commissionRate);
        requireCost("commission per unit", commissionPerUnit);
        requireCost("commission cap", commissionCap);
        requireCost("slippage rate", slippageRate);
        requireCost("slippage per unit", slippagePerUnit);
        if (slippageRate >= 1) {
            throw new IllegalArgumentException("slippage must be below the price itself: " + slippageRate);
        }
    }

    public static FeeSchedule proportional(double commissionRate, double slippageRate) {
        return new FeeSchedule(commissionRate, 0, 1, slippageRate, 0);
    }

    /** Commission for a quantity at a price, both positive, in the quote currency. */
    public double commission(double quantity, double price, double multiplier) {
        double notional = quantity * price * multiplier;
        return Math.min(commissionRate * notional + commissionPerUnit * quantity, commissionCap * notional);
    }

    /** By how much of price a fill is worse than its quote. */
    public double slippage(double price) {
        return slippageRate * price + slippagePerUnit;
    }

    private static void requireCost(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }
}
