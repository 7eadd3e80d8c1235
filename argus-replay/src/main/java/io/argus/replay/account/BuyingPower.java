package io.argus.replay.account;

/**
 * What the account may open and when it must close. Long spot is paid in full; short spot keeps its proceeds and needs
 * half its marked value on top. A position is closed by force when equity falls below a quarter of what is held long
 * plus three tenths of what is held short (FINRA rule 4210, paragraph c).
 */
public final class BuyingPower {

    private static final double INITIAL_LONG = 1.0;
    private static final double INITIAL_SHORT = 0.5;
    private static final double MAINTENANCE_LONG = 0.25;
    private static final double MAINTENANCE_SHORT = 0.30;
    /** Rounding in sizing against equity must not fail an order that spends all of it. */
    private static final double ROUNDING = 1e-12;

    private final Account account;

    public BuyingPower(Account account) {
        this.account = account;
    }

    /**
     * What the account would lack after these trades together; zero or less when it can make them. Trades that only
     * reduce what is held need nothing.
     *
     * @param quantity change of each instrument's holding
     * @param price at which each instrument is valued
     * @param cost commissions of all of them
     */
    public double shortfall(double[] quantity, double[] price, double cost) {
        boolean reduces = true;
        double equity = account.cash() - cost;
        double required = 0;
        for (int i = 0; i < quantity.length; i++) {
            double before = account.holding(i);
            double after = before + quantity[i];
            reduces &= Math.abs(after) <= Math.abs(before) && before * after >= 0;
            double unitValue = account.multiplier(i) * price[i];
            equity += before * unitValue;
            required += requirement(after * unitValue, INITIAL_LONG, INITIAL_SHORT);
        }
        return reduces ? 0 : required - equity * (1 + ROUNDING);
    }

    /** Whether equity no longer carries what is held. */
    public boolean belowMaintenance(int instruments, double equity) {
        double required = 0;
        for (int i = 0; i < instruments; i++) {
            required += requirement(account.marketValue(i), MAINTENANCE_LONG, MAINTENANCE_SHORT);
        }
        return equity < required;
    }

    private static double requirement(double value, double ofLong, double ofShort) {
        return value >= 0 ? ofLong * value : -ofShort * value;
    }
}
