package io.argus.replay.execution;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.research.experiment.ExecutionSettings;

/** What fills of one instrument cost in a run: its own schedule, or what the settings put in its place, multiplied. */
final class Fees {

    private final FeeSchedule schedule;
    private final ContractSpec spec;
    private final double costMultiplier;

    Fees(FeeSchedule own, ContractSpec spec, ExecutionSettings settings) {
        this.spec = spec;
        costMultiplier = settings.costMultiplier();
        boolean ownCommission = settings.commission().isEmpty();
        boolean ownSlippage = settings.slippage().isEmpty();
        schedule = new FeeSchedule(
                settings.commission().orElse(own.commissionRate()),
                ownCommission ? own.commissionPerUnit() : 0,
                ownCommission ? own.commissionOfUnderlying() : 0,
                own.commissionCap(),
                settings.slippage().orElse(own.slippageRate()),
                ownSlippage ? own.slippagePerUnit() : 0,
                ownSlippage ? own.slippageTicks() : 0,
                own.deliveryOfUnderlying());
    }

    /** For a quantity at a price, both positive, in the settlement currency. */
    double commission(double quantity, double price, double underlyingPrice) {
        double settled = overAnAmountOfMoney() ? 1 / price : price;
        return costMultiplier * schedule.commission(quantity, settled, spec.multiplier(), underlyingPrice);
    }

    /** An inverse future stands for so many dollars, which are fewer coins the dearer the coin is. */
    private boolean overAnAmountOfMoney() {
        return spec.payoff() == ContractSpec.Payoff.INVERSE
                && (spec.kind() == ContractSpec.Kind.FUTURE || spec.kind() == ContractSpec.Kind.PERPETUAL);
    }

    double delivery(double quantity, double payoff, double underlyingPrice) {
        return costMultiplier * schedule.delivery(quantity, payoff, spec.multiplier(), underlyingPrice);
    }

    /** By how much of price a fill is worse than its quote. */
    double slippage(double quote) {
        return costMultiplier * schedule.slippage(quote, spec.tickAt(quote));
    }
}
