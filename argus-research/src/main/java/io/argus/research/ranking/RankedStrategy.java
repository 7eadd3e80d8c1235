package io.argus.research.ranking;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.strategy.Parameters;
import io.argus.research.experiment.RegimeBucket;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A run with its place, its score and what decides about its funding. Rankings of other programs may lack whatever is
 * optional.
 *
 * @param rank from 1, a total order
 * @param regimeSensitivity from 0 to 1: how evenly the result spreads over market states
 * @param tellsJointRegimes whether the ranking says anything of joint states; those of other programs do not
 * @param jointRegimeSensitivity the same over joint states of at least sixty days; empty with fewer than two such
 * @param deflatedSharpe empty when the ranking has none
 * @param metrics those that could be computed
 * @param instruments symbols with their kind, where known
 * @param observations daily returns
 * @param meanDaily mean daily return above cash
 * @param standardDeviationDaily of daily net returns
 * @param maxLossPerContract in the account currency
 * @param asOf the last day of the data; empty where unknown
 */
public record RankedStrategy(
        int rank,
        String strategyId,
        String runId,
        String strategyClass,
        Parameters parameters,
        double compositeScore,
        double regimeSensitivity,
        boolean tellsJointRegimes,
        OptionalDouble jointRegimeSensitivity,
        Map<ScoreComponent, Double> scoring,
        Optional<DeflatedSharpe> deflatedSharpe,
        Map<Metric, Double> metrics,
        List<RegimeBucket> regimes,
        List<Kill> kills,
        String sourceFile,
        Map<String, Optional<ContractSpec.Kind>> instruments,
        OptionalInt observations,
        OptionalInt periodsPerYear,
        OptionalDouble meanDaily,
        OptionalDouble standardDeviationDaily,
        OptionalDouble maxLossPerContract,
        Optional<LocalDate> asOf,
        String fingerprint,
        Optional<ReturnsReference> returns) {

    private static final Comparator<RankedStrategy> BY_MERIT = Comparator.comparingDouble(
                    RankedStrategy::compositeScore)
            .reversed()
            .thenComparing(
                    Comparator.comparingDouble((RankedStrategy run) -> run.dsr().orElse(0))
                            .reversed())
            .thenComparing(RankedStrategy::strategyId)
            .thenComparing(RankedStrategy::runId);

    public RankedStrategy {
        if (strategyId.isBlank()) {
            throw new IllegalArgumentException("a ranked strategy needs an id");
        }
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(parameters, "parameters");
        if (!Double.isFinite(compositeScore)) {
            throw new IllegalArgumentException("composite score of " + strategyId + ": " + compositeScore);
        }
        scoring = copy(scoring, ScoreComponent.class);
        metrics = copy(metrics, Metric.class);
        regimes = List.copyOf(regimes);
        kills = List.copyOf(kills);
        instruments = Collections.unmodifiableMap(new LinkedHashMap<>(instruments));
    }

    /** How runs rank: by composite score and deflated Sharpe ratio, highest first, then by strategy and run. */
    public static Comparator<RankedStrategy> byMerit() {
        return BY_MERIT;
    }

    /** The same run in another place. */
    public RankedStrategy ranked(int place) {
        return new RankedStrategy(
                place,
                strategyId,
                runId,
                strategyClass,
                parameters,
                compositeScore,
                regimeSensitivity,
                tellsJointRegimes,
                jointRegimeSensitivity,
                scoring,
                deflatedSharpe,
                metrics,
                regimes,
                kills,
                sourceFile,
                instruments,
                observations,
                periodsPerYear,
                meanDaily,
                standardDeviationDaily,
                maxLossPerContract,
                asOf,
                fingerprint,
                returns);
    }

    public boolean killed() {
        return !kills.isEmpty();
    }

    /** The deflated Sharpe ratio that gates, where there is one. */
    public OptionalDouble dsr() {
        return deflatedSharpe.map(DeflatedSharpe::value).orElse(OptionalDouble.empty());
    }

    /** What the run trades: its {@code symbol} parameter, else its {@code underlying}, else its first instrument. */
    public Optional<String> tradedInstrument() {
        for (String name : new String[] {"symbol", "underlying"}) {
            if (parameters.contains(name) && !parameters.getText(name).isBlank()) {
                return Optional.of(parameters.getText(name));
            }
        }
        return instruments.keySet().stream().findFirst();
    }

    public OptionalDouble findMetric(Metric metric) {
        Double value = metrics.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static <K extends Enum<K>> Map<K, Double> copy(Map<K, Double> values, Class<K> keys) {
        Map<K, Double> copy = new EnumMap<>(keys);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
