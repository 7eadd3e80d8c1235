package io.argus.allocation.portfolio;

import io.argus.domain.ConfigException;
import java.util.Locale;

/**
 * What weights may be: none below 0 or above the cap, and together the total. Where the caps leave no room for the
 * exposure asked for, the total is what they leave, unless full investment is demanded.
 *
 * @param cap of each weight, in (0, 1]
 * @param exposure of all together, positive
 * @param fullInvestment whether less than the exposure is an error
 */
public record WeightLimits(double cap, double exposure, boolean fullInvestment) {

    /** Relative: 3 × 0.7 is 2.0999999999999996, and a cap of 1/49 leaves 49 assets no more than 0.9999999999999999. */
    private static final double ROUNDING = 1e-12;

    private static final WeightLimits WHOLE = new WeightLimits(1, 1, false);

    public WeightLimits {
        if (!(cap > 0 && cap <= 1)) {
            throw new IllegalArgumentException("per_play_cap lies in (0, 1]: " + cap);
        }
        if (!(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("aggregate_exposure_cap must be positive: " + exposure);
        }
    }

    /** All of the capital, anything from 0 to all of it in one asset. */
    public static WeightLimits wholeCapital() {
        return WHOLE;
    }

    /**
     * What the weights of so many assets sum to.
     *
     * @throws ConfigException when full investment is demanded and the caps do not allow it
     */
    public double total(int assets) {
        double room = assets * cap;
        if (fullInvestment && room < exposure * (1 - ROUNDING)) {
            throw new ConfigException(
                    "per_play_cap",
                    String.format(
                            Locale.ROOT,
                            "%s for each of %d assets leaves room for %s, but full_investment asks for %s: raise the"
                                    + " cap to %s or turn full_investment off",
                            cap,
                            assets,
                            room,
                            exposure,
                            exposure / assets));
        }
        return Math.min(exposure, room);
    }
}
