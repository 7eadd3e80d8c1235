package io.argus.evaluation.metric;

import io.argus.research.experiment.RoundTrip;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Round trips in figures, net of all fees.
 *
 * @param winners trades with a net result above zero
 * @param winRate in percent
 * @param profitFactor sum of gains over sum of losses; empty without losses
 * @param payoffRatio mean gain over mean loss; empty without either
 * @param expectancy mean net result
 */
public record TradeStatistics(
        int count,
        int winners,
        OptionalDouble winRate,
        OptionalDouble profitFactor,
        OptionalDouble payoffRatio,
        OptionalDouble expectancy,
        OptionalDouble averageHoldingMinutes) {

    private static final double MINUTE_MS = 60_000;

    public static TradeStatistics of(List<RoundTrip> trades) {
        TradeStatistics statistics =
                ofPnl(trades.stream().mapToDouble(RoundTrip::netPnl).toArray());
        OptionalDouble holding = trades.stream()
                .mapToDouble(trade -> (trade.exitTimeMs() - trade.entryTimeMs()) / MINUTE_MS)
                .average();
        return new TradeStatistics(
                statistics.count,
                statistics.winners,
                statistics.winRate,
                statistics.profitFactor,
                statistics.payoffRatio,
                statistics.expectancy,
                holding);
    }

    /** Without holding times. */
    public static TradeStatistics ofPnl(double[] netPnl) {
        double gains = 0;
        double losses = 0;
        int winners = 0;
        int losers = 0;
        for (double pnl : netPnl) {
            if (pnl > 0) {
                winners++;
                gains += pnl;
            } else if (pnl < 0) {
                losers++;
                losses -= pnl;
            }
        }
        int count = netPnl.length;
        return new TradeStatistics(
                count,
                winners,
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * winners / count),
                losers == 0 ? OptionalDouble.empty() : OptionalDouble.of(gains / losses),
                losers == 0 || winners == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(gains / winners / (losses / losers)),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of((gains - losses) / count),
                OptionalDouble.empty());
    }
}
