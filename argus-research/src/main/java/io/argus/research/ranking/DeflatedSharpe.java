package io.argus.research.ranking;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a Sharpe ratio compares to the best of many tries, with everything that went into it. Sharpe ratios are per
 * period.
 *
 * @param value the deflated Sharpe ratio, a probability; empty when not computable
 * @param sharpeThreshold expected maximum Sharpe ratio of the trials if none had an edge
 * @param sharpeVariance of the trials
 * @param trials how many were counted
 * @param effectiveTrials clusters of similar trials; empty where the returns to tell are missing
 * @param effectiveValue the deflated Sharpe ratio if only the effective trials counted
 * @param probabilisticSharpe probability that the true Sharpe ratio lies above zero
 * @param kurtosis raw
 * @param benchmark what was subtracted from the returns
 * @param inference the form of the variance
 * @param note what a reader must know, such as moments taken as normal, or why there is no value; may be empty
 */
public record DeflatedSharpe(
        OptionalDouble value,
        OptionalDouble sharpe,
        OptionalDouble sharpeThreshold,
        OptionalDouble sharpeVariance,
        int trials,
        OptionalDouble effectiveTrials,
        OptionalDouble effectiveValue,
        OptionalDouble probabilisticSharpe,
        OptionalDouble minimumTrackRecord,
        int observations,
        OptionalDouble skewness,
        OptionalDouble kurtosis,
        String benchmark,
        String inference,
        String note) {

    public DeflatedSharpe {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(benchmark, "benchmark");
        Objects.requireNonNull(inference, "inference");
        Objects.requireNonNull(note, "note");
    }
}
