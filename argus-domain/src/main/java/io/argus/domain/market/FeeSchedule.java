package io.argus.domain.market;

/**
 * What trading an instrument costs, before the run's cost multiplier. A fill pays the commission and is moved
 * against the trader by the slippage.
 *
 * @param commissionRate fraction of the traded notional
 * @param commissionPerUnit settlement currency per unit or contract
 * @param commissionOfUnderlying fraction of the underlying's price for each unit of it; for options
 * @param commissionCap upper bound of commission and delivery fee as a fraction of the unit's price, 1 for none
 * @param slippageRate fraction of the price
 * @param slippagePerUnit in price
 * @param slippageTicks price steps of the instrument
 * @param deliveryOfUnderlying fraction of the underlying's price for each unit of it that is settled in the money
 */
public record FeeSchedule(
        double commissionRate,
        double commissionPerUnit,
        double commissionOfUnderlying,
        double commissionCap,
        double slippageRate,
        double slippagePerUnit,
        double slippageTicks,
        double deliveryOfUnderlying) {

    /** One basis point of commission and one of slippage. */
    public static final FeeSchedule SPOT = proportional(0.0001, 0.0001);

    /** Options listed in the United States: 0.65 USD a contract, 0.02 USD of slippage in price. */
    public static final FeeSchedule US_OPTIONS = new FeeSchedule(0, 0.65, 0, 1, 0, 0.02, 0, 0);

    /**
     * Options on Deribit: 0.03 % of the underlying, one tick of slippage, 0.015 % of the underlying at delivery, each fee
     * at most 12.5 % of the option's price.
     */
    public static final FeeSchedule DERIBIT_OPTIONS = new FeeSchedule(0, 0, 0.0003, 0.125, 0, 0, 1, 0.00015);

    /** Futures and perpetuals on Deribit: 0.05 % of the notional for takers, one tick of slippage. */
    public static final FeeSchedule DERIBIT_FUTURES = new FeeSchedule(0.0005, 0, 0, 1, 0, 0, 1, 0);

    /** Nothing. For tests and for prices that are already net. */
    public static final FeeSchedule NONE = proportional(0, 0);

    public FeeSchedule {
        requireCost("commission rate", commissionRate);
        requireCost("commission per unit", commissionPerUnit);
        requireCost("commission of the underlying", commissionOfUnderlying);
        requireCost("commission cap", commissionCap);
        requireCost("slippage rate", slippageRate);
        requireCost("slippage per unit", slippagePerUnit);
        requireCost("slippage in ticks", slippageTicks);
        requireCost("delivery fee", deliveryOfUnderlying);
        if (slippageRate >= 1) {
            throw new IllegalArgumentException("slippage must be below the price itself: " + slippageRate);
        }
    }

    /** A schedule without fees on an underlying and without ticks. */
    public FeeSchedule(
            double commissionRate,
            double commissionPerUnit,
            double commissionCap,
            double slippageRate,
            double slippagePerUnit) {
        this(commissionRate, commissionPerUnit, 0, commissionCap, slippageRate, slippagePerUnit, 0, 0);
    }

    public static FeeSchedule proportional(double commissionRate, double slippageRate) {
        return new FeeSchedule(commissionRate, 0, 1, slippageRate, 0);
    }

    /** Commission for a quantity at a price, both positive, in the quote currency. */
    public double commission(double quantity, double price, double multiplier) {
        return commission(quantity, price, multiplier, 0);
    }

    /**
     * Commission for a quantity at a price, both positive.
     *
     * @param underlyingPrice what fees on the underlying are taken of; 1 for a contract that is priced in the coin
     */
    public double commission(double quantity, double price, double multiplier, double underlyingPrice) {
        double notional = quantity * price * multiplier;
        double full = commissionRate * notional
                + commissionPerUnit * quantity
                + commissionOfUnderlying * quantity * multiplier * underlyingPrice;
        return capped(full, notional);
    }

    /** The fee for settling a quantity at a payoff, both positive. */
    public double delivery(double quantity, double payoff, double multiplier, double underlyingPrice) {
        return capped(deliveryOfUnderlying * quantity * multiplier * underlyingPrice, quantity * payoff * multiplier);
    }

    /**
     * By how much of price a fill is worse than its quote.
     *
     * @param tick the price step at this price
     */
    public double slippage(double price, double tick) {
        return slippageRate * price + slippagePerUnit + slippageTicks * tick;
    }

    private double capped(double fee, double notional) {
        return commissionCap < 1 ? Math.min(fee, commissionCap * notional) : fee;
    }

    private static void requireCost(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be finite and not negative: " + value);
        }
    }
}
