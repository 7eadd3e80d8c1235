package io.argus.research.testing;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.strategy.Parameters;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.ReturnsReference;
import io.argus.research.ranking.ScoreComponent;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Builds a row of a ranking from as little as a test needs. What is not told is as unknown as a row allows. */
public final class RankedRows {

    private final String strategyId;
    private final String runId;
    private final Map<ScoreComponent, Double> scoring = new EnumMap<>(ScoreComponent.class);
    private final Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    private final Map<String, Optional<ContractSpec.Kind>> instruments = new LinkedHashMap<>();
    private int rank = 1;
    private Parameters parameters = Parameters.none();
    private double score;
    private double regimeSensitivity = 0.5;
    private boolean tellsJointRegimes;
    private OptionalDouble jointRegimeSensitivity = OptionalDouble.empty();
    private OptionalDouble dsr = OptionalDouble.empty();
    private OptionalDouble sharpeThreshold = OptionalDouble.empty();
    private List<RegimeBucket> regimes = List.of();
    private List<Kill> kills = List.of();
    private OptionalInt observations = OptionalInt.empty();
    private OptionalInt periodsPerYear = OptionalInt.empty();
    private OptionalDouble meanDaily = OptionalDouble.empty();
    private OptionalDouble deviationDaily = OptionalDouble.empty();
    private OptionalDouble maxLoss = OptionalDouble.empty();
    private Optional<LocalDate> asOf = Optional.empty();
    private String fingerprint = "";
    private Optional<ReturnsReference> returns = Optional.empty();

    private RankedRows(String strategyId, String runId) {
        this.strategyId = strategyId;
        this.runId = runId;
    }

    public static RankedRows of(String strategyId, String runId) {
        return new RankedRows(strategyId, runId);
    }

    public RankedRows rank(int place) {
        rank = place;
        return this;
    }

    public RankedRows parameters(Map<String, ?> values) {
        parameters = Parameters.of(values);
        return this;
    }

    public RankedRows score(double composite) {
        score = composite;
        return this;
    }

    public RankedRows scoring(ScoreComponent component, double value) {
        scoring.put(component, value);
        return this;
    }

    public RankedRows regimeSensitivity(double value) {
        regimeSensitivity = value;
        return this;
    }

    /** Too few large ones to say how evenly the result spreads over them. */
    public RankedRows fewJointRegimes() {
        tellsJointRegimes = true;
        return this;
    }

    public RankedRows jointRegimeSensitivity(double value) {
        tellsJointRegimes = true;
        jointRegimeSensitivity = OptionalDouble.of(value);
        return this;
    }

    public RankedRows dsr(double value) {
        dsr = OptionalDouble.of(value);
        return this;
    }

    public RankedRows sharpeThreshold(double value) {
        sharpeThreshold = OptionalDouble.of(value);
        return this;
    }

    public RankedRows metric(Metric metric, double value) {
        metrics.put(metric, value);
        return this;
    }

    public RankedRows regimes(RegimeBucket... buckets) {
        regimes = List.of(buckets);
        return this;
    }

    public RankedRows killed(Kill... reasons) {
        kills = List.of(reasons);
        return this;
    }

    public RankedRows instrument(String symbol) {
        instruments.put(symbol, Optional.empty());
        return this;
    }

    public RankedRows instrument(String symbol, ContractSpec.Kind kind) {
        instruments.put(symbol, Optional.of(kind));
        return this;
    }

    public RankedRows observations(int days, int daysPerYear) {
        observations = OptionalInt.of(days);
        periodsPerYear = OptionalInt.of(daysPerYear);
        return this;
    }

    public RankedRows daily(double mean, double deviation) {
        meanDaily = OptionalDouble.of(mean);
        deviationDaily = OptionalDouble.of(deviation);
        return this;
    }

    public RankedRows maxLoss(double perContract) {
        maxLoss = OptionalDouble.of(perContract);
        return this;
    }

    public RankedRows asOf(LocalDate day) {
        asOf = Optional.of(day);
        return this;
    }

    /** As runs of this program have. */
    public RankedRows fingerprint(String hash) {
        fingerprint = hash;
        return this;
    }

    public RankedRows returns(String sourceFile, String hash) {
        returns = Optional.of(new ReturnsReference(sourceFile, hash));
        return this;
    }

    public RankedStrategy build() {
        return new RankedStrategy(
                rank,
                strategyId,
                runId,
                strategyId.isEmpty() ? "" : "ClassOf" + strategyId,
                parameters,
                score,
                regimeSensitivity,
                tellsJointRegimes,
                jointRegimeSensitivity,
                scoring,
                deflatedSharpe(),
                metrics,
                regimes,
                kills,
                strategyId + "_base_" + runId + ".json",
                instruments,
                observations,
                periodsPerYear,
                meanDaily,
                deviationDaily,
                maxLoss,
                asOf,
                fingerprint,
                returns);
    }

    private Optional<DeflatedSharpe> deflatedSharpe() {
        if (dsr.isEmpty() && sharpeThreshold.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeflatedSharpe(
                dsr,
                OptionalDouble.empty(),
                sharpeThreshold,
                OptionalDouble.empty(),
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                observations.orElse(0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "cash",
                "classic_2012",
                ""));
    }
}
