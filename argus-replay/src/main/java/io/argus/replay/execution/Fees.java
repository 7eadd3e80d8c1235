package io.argus.replay.execution;

import io.argus.domain.experiment.ExecutionSettings;
import io.argus.domain.market.FeeSchedule;

/** The fees of a run: the instrument's own, or what the settings put in their place, times the cost multiplier. */
final class Fees {

    private Fees() {}

    static FeeSchedule effective(FeeSchedule own, ExecutionSettings settings) {
        double multiplier = settings.costMultiplier();
        boolean ownCommission = settings.commission().isEmpty();
        boolean ownSlippage = settings.slippage().isEmpty();
        return new FeeSchedule(
                multiplier * settings.commission().orElse(own.commissionRate()),
                ownCommission ? multiplier * own.commissionPerUnit() : 0,
                multiplier * own.commissionCap(),
                multiplier * settings.slippage().orElse(own.slippageRate()),
                ownSlippage ? multiplier * own.slippagePerUnit() : 0);
    }
}
