package io.argus.research.experiment;

import java.util.OptionalDouble;

/**
 * A run's account at its end. Fields that end in {@code Percent}, and the win rate, are percent: 5.0 is 5 %.
 *
 * @param totalRealizedPnl of closed trades before commissions
 * @param winners closed trades with a net result above zero
 * @param profitFactor net winnings over net losses; empty without losses
 * @param expectancy mean net result of a closed trade; empty without trades
 * @param sharpeAnnualized of daily returns above cash; empty when they do not vary
 * @param maxDrawdown largest fall from a peak in the account currency
 * @param maxDrawdownPercent largest fall from a peak in percent of that peak
 * @param openPositions still held at the end, marked and not closed
 */
public record PortfolioSummary(
        double startingCash,
        double finalEquity,
        double totalRealizedPnl,
        double totalReturnPercent,
        int totalTrades,
        int winners,
        int losers,
        OptionalDouble winRate,
        OptionalDouble profitFactor,
        OptionalDouble expectancy,
        OptionalDouble averageHoldingMinutes,
        OptionalDouble sharpeAnnualized,
        double maxDrawdown,
        double maxDrawdownPercent,
        double totalCommission,
        int openPositions) {}
