package io.argus.research.experiment;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Session;
import io.argus.domain.returns.DailyReturns;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a run gave. Artifacts of other programs may lack the parts that are optional here.
 *
 * @param instruments what the run traded or could trade, in the order of the symbols, with their kind where known
 * @param regimes profit and loss by {@code factor:value}
 * @param jointRegimes profit and loss by all factors together, counted in days
 * @param exposure share of bars at whose close a position was held
 * @param periodsPerYear of the daily returns; empty where the artifact does not say
 * @param observations number of daily returns; may be known without the returns themselves
 * @param ruined whether equity reached zero
 * @param fingerprint hash over decisions, fills and equity; empty where the artifact has none
 */
public record ExperimentResult(
        String strategyId,
        String tag,
        Map<String, Optional<ContractSpec.Kind>> instruments,
        long barsReplayed,
        long outcomesUsed,
        Map<Session, Long> sessionDistribution,
        PortfolioSummary portfolio,
        List<ClosedTrade> trades,
        List<Double> tradePnls,
        List<RegimeBucket> regimes,
        List<RegimeBucket> jointRegimes,
        ExecutionSummary execution,
        Optional<DailyReturns> dailyReturns,
        OptionalInt periodsPerYear,
        OptionalInt observations,
        OptionalDouble exposure,
        OptionalDouble maxLossPerContract,
        boolean ruined,
        String fingerprint) {

    public ExperimentResult {
        Objects.requireNonNull(strategyId, "strategyId");
        Objects.requireNonNull(tag, "tag");
        instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
        Map<Session, Long> sessions = new EnumMap<>(Session.class);
        sessions.putAll(sessionDistribution);
        sessionDistribution = Collections.unmodifiableMap(sessions);
        Objects.requireNonNull(portfolio, "portfolio");
        trades = List.copyOf(trades);
        tradePnls = List.copyOf(tradePnls);
        regimes = List.copyOf(regimes);
        jointRegimes = List.copyOf(jointRegimes);
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
