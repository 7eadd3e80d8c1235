package io.argus.domain.allocation;

import io.argus.domain.forecast.Forecast;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The size of one strategy's position.
 *
 * @param weight of equity, signed: negative is short; toward zero to 8 decimals
 * @param dollarRisk weight times equity, toward zero to 2 decimals
 * @param contracts whole contracts within the dollar risk; empty when no maximum loss is known or the instrument is
 *     spot
 * @param kellyRaw growth-optimal fraction before any scaling and any cap
 * @param trail every step, first to last
 */
public record Allocation(
        Forecast forecast,
        double weight,
        double dollarRisk,
        OptionalLong contracts,
        Unit unit,
        double kellyRaw,
        List<Adjustment> trail) {

    /** What a weight of 1 means. */
    public enum Unit {
        /** A position worth the equity. */
        LEVERAGE,
        /** A position that can lose the equity. */
        CAPITAL_AT_RISK;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Allocation {
        Objects.requireNonNull(forecast, "forecast");
        if (!Double.isFinite(weight) || !Double.isFinite(dollarRisk)) {
            throw new IllegalArgumentException("weight and dollar risk must be finite: " + weight + ", " + dollarRisk);
        }
        Objects.requireNonNull(contracts, "contracts");
        Objects.requireNonNull(unit, "unit");
        trail = List.copyOf(trail);
    }

    /** {@code long}, {@code short} or {@code flat}. */
    public String side() {
        if (weight == 0) {
            return "flat";
        }
        return weight > 0 ? "long" : "short";
    }
}
