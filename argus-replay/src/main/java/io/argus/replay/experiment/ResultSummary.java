package io.argus.replay.experiment;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionContract;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Rejection;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.evaluation.metric.TradeStatistics;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.RoundTrip;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A replay in the figures that artifacts carry. */
final class ResultSummary {

    private final ExperimentSpec spec;
    private final ReplayHarness harness;
    private final ReplayResult replay;
    private final OptionalDouble maxLossPerContract;

    ResultSummary(ExperimentSpec spec, ReplayHarness harness, ReplayResult replay, OptionalDouble maxLossPerContract) {
        this.maxLossPerContract = maxLossPerContract;
        this.spec = spec;
        this.harness = harness;
        this.replay = replay;
    }

    ExperimentResult result() {
        Map<String, Optional<ContractSpec.Kind>> instruments = instruments();
        DailyReturns daily = ownDays(replay.dailyReturns());
        return new ExperimentResult(
                spec.strategyId(),
                spec.tag(),
                instruments,
                replay.barsReplayed(),
                replay.outcomesUsed(),
                replay.barsBySession(),
                portfolio(daily),
                replay.trades(),
                RoundTrip.of(replay.trades()).stream().map(RoundTrip::netPnl).toList(),
                replay.regimes(),
                replay.jointRegimes(),
                execution(),
                Optional.of(daily),
                OptionalInt.of(periodsPerYear()),
                OptionalInt.of(daily.size()),
                OptionalDouble.of(replay.exposure()),
                maxLossPerContract,
                replay.ruined(),
                replay.fingerprint());
    }

    /** Those of the days on which there are data of what the run traded. */
    DailyReturns ownDays(DailyReturns returns) {
        return harness.within(returns, instruments().keySet(), replay.lastMoved());
    }

    /** Of its own days. */
    int periodsPerYear() {
        return harness.calendar(instruments().keySet()).periodsPerYear();
    }

    /** What it traded, options by their underlying; a strategy that never traded could have traded anything in the pack. */
    private Map<String, Optional<ContractSpec.Kind>> instruments() {
        Set<String> traded = new TreeSet<>();
        replay.fills().forEach(fill -> traded.add(fill.symbol()));
        Map<String, Optional<ContractSpec.Kind>> kinds = new TreeMap<>();
        for (Instrument instrument : harness.pack().instruments()) {
            if (traded.isEmpty() || traded.contains(instrument.symbol())) {
                kinds.put(instrument.symbol(), Optional.of(instrument.spec().kind()));
            }
        }
        for (String symbol : traded) {
            OptionContract.findBySymbol(symbol)
                    .filter(contract -> harness.pack().findInstrument(symbol).isEmpty())
                    .ifPresent(contract -> kinds.put(contract.underlying(), Optional.of(ContractSpec.Kind.OPTION)));
        }
        return kinds;
    }

    private PortfolioSummary portfolio(DailyReturns daily) {
        double start = replay.startingEquity();
        TradeStatistics trades = TradeStatistics.of(RoundTrip.of(replay.trades()));
        return new PortfolioSummary(
                start,
                replay.finalEquity(),
                replay.realized(),
                (replay.finalEquity() / start - 1) * 100,
                trades.count(),
                trades.winners(),
                trades.count() - trades.winners(),
                trades.winRate(),
                trades.profitFactor(),
                trades.expectancy(),
                trades.averageHoldingMinutes(),
                sharpe(daily),
                replay.maxDrawdown(),
                replay.maxDrawdownFraction() * 100,
                replay.commissions(),
                replay.open().size());
    }

    private OptionalDouble sharpe(DailyReturns daily) {
        return SharpeRatio.annualized(daily.excessOfCash(), periodsPerYear());
    }

    private ExecutionSummary execution() {
        Map<Rejection.Reason, Long> reasons = new EnumMap<>(Rejection.Reason.class);
        replay.rejections().forEach(rejection -> reasons.merge(rejection.reason(), 1L, Long::sum));
        return new ExecutionSummary(
                replay.fills().size(),
                replay.rejections().size(),
                replay.pending(),
                replay.commissions(),
                replay.fills().stream().mapToDouble(Fill::slippage).sum(),
                replay.tradedNotional(),
                reasons,
                replay.staleMarkShare(),
                replay.settlementProxies());
    }
}
