package io.argus.domain.forecast;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The most that one contract of a strategy can lose, as configured, in the account currency.
 *
 * @param byStrategy for strategies with an entry of their own, by id
 * @param fallback for all others
 */
public record MaxLossPerContract(Map<String, Double> byStrategy, OptionalDouble fallback) {

    private static final MaxLossPerContract UNKNOWN = new MaxLossPerContract(Map.of(), OptionalDouble.empty());

    public MaxLossPerContract {
        byStrategy = Map.copyOf(byStrategy);
    }

    public static MaxLossPerContract unknown() {
        return UNKNOWN;
    }

    public OptionalDouble find(String strategyId) {
        Double own = byStrategy.get(strategyId);
        return own == null ? fallback : OptionalDouble.of(own);
    }
}
