package io.argus.replay.strategies;

import io.argus.domain.pack.Regime;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import java.util.List;
import java.util.Optional;

/** Which market states a strategy enters in. */
record RegimeGate(String maximumVolatility, String avoidedTrend) {

    private static final String ANY = "ANY";
    private static final String NONE = "NONE";

    static final ParameterDescriptor MAXIMUM_VOLATILITY = ParameterDescriptor.text(
            "max_vol_regime",
            ANY,
            List.of(ANY, "LOW", "NORMAL", "HIGH", "SPIKE"),
            "highest volatility regime in which it enters");
    static final ParameterDescriptor AVOIDED_TREND = ParameterDescriptor.text(
            "avoid_trend", NONE, List.of(NONE, "UP", "DOWN", "RANGE"), "trend regime in which it does not enter");

    static RegimeGate of(Parameters parameters) {
        return new RegimeGate(parameters.getText("max_vol_regime"), parameters.getText("avoid_trend"));
    }

    /** A volatility that is not known yet passes only where any will do. */
    boolean calm(Optional<Regime> regime) {
        VolatilityRegime volatility = regime.isPresent() ? regime.get().volatility() : VolatilityRegime.UNKNOWN;
        return maximumVolatility.equals(ANY)
                || (volatility != VolatilityRegime.UNKNOWN
                        && volatility.compareTo(VolatilityRegime.valueOf(maximumVolatility)) <= 0);
    }

    boolean trendAllowed(Optional<Regime> regime) {
        TrendRegime trend = regime.isPresent() ? regime.get().trend() : TrendRegime.UNKNOWN;
        return !avoidedTrend.equals(trend.name());
    }
}
