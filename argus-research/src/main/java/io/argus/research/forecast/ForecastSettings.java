package io.argus.research.forecast;

import io.argus.domain.forecast.MaxLossPerContract;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How candidates become forecasts.
 *
 * @param confidenceFloor least confidence: without a floor, noise takes most of a true edge away
 * @param sigmaWindow last days to take the standard deviation of; empty for all
 */
public record ForecastSettings(
        double confidenceFloor, MuDeflation muDeflation, OptionalInt sigmaWindow, MaxLossPerContract maxLoss) {

    private static final ForecastSettings DEFAULTS =
            new ForecastSettings(0.25, MuDeflation.EXPECTED_MAX, OptionalInt.empty(), MaxLossPerContract.unknown());

    public ForecastSettings {
        if (!(confidenceFloor >= 0 && confidenceFloor <= 1)) {
            throw new IllegalArgumentException("confidence_floor lies in [0, 1]: " + confidenceFloor);
        }
        Objects.requireNonNull(muDeflation, "muDeflation");
        if (sigmaWindow.isPresent() && sigmaWindow.getAsInt() < 2) {
            throw new IllegalArgumentException("sigma_window needs at least 2 days: " + sigmaWindow.getAsInt());
        }
        Objects.requireNonNull(maxLoss, "maxLoss");
    }

    public static ForecastSettings defaults() {
        return DEFAULTS;
    }
}
