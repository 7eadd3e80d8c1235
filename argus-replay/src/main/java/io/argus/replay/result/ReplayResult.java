package io.argus.replay.result;

import io.argus.domain.market.Session;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Position;
import io.argus.domain.strategy.Rejection;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.RegimeBucket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a replay gave. Money is in the account currency.
 *
 * @param startingEquity when the first day that counts began
 * @param finalEquity marked at the last known prices; 0 when {@link #ruined()}
 * @param realized of closed trades, before commissions
 * @param funding received less paid on perpetuals
 * @param revaluation gain of balances in coins with the coins' prices
 * @param maxDrawdown largest fall from a peak, the starting cash included
 * @param maxDrawdownFraction largest fall as a fraction of the peak
 * @param pending orders that the end of the data left open
 * @param open positions that the end of the data left open, at their marks in {@link #finalEquity()}
 * @param exposure share of instants at which something was held
 * @param staleMarkShare share of option marks for which the side to close on was missing
 * @param lastMoved the last day on which equity changed by more than interest and borrowing; empty for none
 * @param settlementProxies contracts settled at the underlying's last price for want of a settlement price
 * @param fingerprint hash over decisions, fills and equity
 */
public record ReplayResult(
        long barsReplayed,
        long outcomesUsed,
        double startingEquity,
        double finalEquity,
        double realized,
        double commissions,
        double interest,
        double borrowing,
        double funding,
        double dividends,
        double revaluation,
        double tradedNotional,
        double maxDrawdown,
        double maxDrawdownFraction,
        boolean ruined,
        double exposure,
        List<Fill> fills,
        List<Rejection> rejections,
        int pending,
        List<ClosedTrade> trades,
        List<Position> open,
        DailyReturns dailyReturns,
        Optional<LocalDate> lastMoved,
        List<RegimeBucket> regimes,
        List<RegimeBucket> jointRegimes,
        Map<Session, Long> barsBySession,
        double staleMarkShare,
        long settlementProxies,
        String fingerprint) {

    public ReplayResult {
        fills = List.copyOf(fills);
        rejections = List.copyOf(rejections);
        trades = List.copyOf(trades);
        open = List.copyOf(open);
        Objects.requireNonNull(dailyReturns, "dailyReturns");
        Objects.requireNonNull(lastMoved, "lastMoved");
        regimes = List.copyOf(regimes);
        jointRegimes = List.copyOf(jointRegimes);
        barsBySession = Map.copyOf(barsBySession);
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
