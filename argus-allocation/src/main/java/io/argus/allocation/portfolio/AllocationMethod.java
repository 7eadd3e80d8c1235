package io.argus.allocation.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The methods by their names in configuration and on the command line. */
public enum AllocationMethod {
    /** Each forecast by itself, as {@link io.argus.allocation.sizing.FractionalKelly} says. */
    FRACTIONAL_KELLY(false),
    EQUAL_WEIGHT(false),
    INVERSE_VOLATILITY(true),
    MINIMUM_VARIANCE(true),
    RISK_PARITY(true),
    /** Hierarchical risk parity. */
    HRP(true),
    KELLY_COVARIANCE(true);

    private final boolean needsReturns;

    AllocationMethod(boolean needsReturns) {
        this.needsReturns = needsReturns;
    }

    /** Whether it rests on a covariance. */
    public boolean needsReturns() {
        return needsReturns;
    }

    /** The name in configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AllocationMethod> find(String key) {
        return Arrays.stream(values())
                .filter(method -> method.key().equals(key))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(AllocationMethod::key).toList();
    }

    /** The names of those that work without returns. */
    public static List<String> keysWithoutReturns() {
        return Arrays.stream(values())
                .filter(method -> !method.needsReturns)
                .map(AllocationMethod::key)
                .toList();
    }

    /**
     * The allocator; empty for {@link #FRACTIONAL_KELLY}, which sizes one forecast at a time.
     *
     * @param budgets for risk parity
     * @param kellyFraction for Kelly with covariance
     */
    public Optional<Allocator> allocator(RiskBudgets budgets, double kellyFraction) {
        return switch (this) {
            case FRACTIONAL_KELLY -> Optional.empty();
            case EQUAL_WEIGHT -> Optional.of(Allocator.equalWeight());
            case INVERSE_VOLATILITY -> Optional.of(Allocator.inverseVolatility());
            case MINIMUM_VARIANCE -> Optional.of(Allocator.minimumVariance());
            case RISK_PARITY -> Optional.of(Allocator.riskParity(budgets));
            case HRP -> Optional.of(Allocator.hierarchicalRiskParity());
            case KELLY_COVARIANCE -> Optional.of(Allocator.covarianceKelly(kellyFraction));
        };
    }
}
