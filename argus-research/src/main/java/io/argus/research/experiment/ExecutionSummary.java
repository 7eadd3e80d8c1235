package io.argus.research.experiment;

import io.argus.domain.strategy.Rejection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of a run's orders.
 *
 * @param fills legs filled
 * @param rejects orders rejected
 * @param pending orders that the data's end left open
 * @param totalCommission in the account currency
 * @param totalSlippage cost of fills being worse than their quotes, in the account currency
 * @param tradedNotional quantity times price over all fills, and what options paid at their settlement
 * @param staleMarkShare share of option marks for which the side to close on was missing
 * @param settlementProxies contracts settled at the underlying's last price for want of a settlement price
 */
public record ExecutionSummary(
        long fills,
        long rejects,
        long pending,
        double totalCommission,
        double totalSlippage,
        double tradedNotional,
        Map<Rejection.Reason, Long> rejectReasons,
        double staleMarkShare,
        long settlementProxies) {

    public ExecutionSummary {
        Map<Rejection.Reason, Long> copy = new EnumMap<>(Rejection.Reason.class);
        copy.putAll(rejectReasons);
        rejectReasons = Collections.unmodifiableMap(copy);
    }

    /** Without options. */
    public ExecutionSummary(
            long fills,
            long rejects,
            long pending,
            double totalCommission,
            double totalSlippage,
            double tradedNotional,
            Map<Rejection.Reason, Long> rejectReasons) {
        this(fills, rejects, pending, totalCommission, totalSlippage, tradedNotional, rejectReasons, 0, 0);
    }

    /** Fills over fills and rejections, 1 with no orders. */
    public double fillRate() {
        return fills + rejects == 0 ? 1 : (double) fills / (fills + rejects);
    }
}
