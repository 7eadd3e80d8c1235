package io.argus.allocation;

import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.domain.returns.ReturnTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be allocated, and how. Where columns of returns are told by name, a strategy's name is its
 * id, or, where several runs of it stand among the forecasts, {@code id/run}.
 *
 * @param equity that weights are fractions of; zero or less gives weights of zero
 * @param maxLosses of a contract, for forecasts that do not tell their own
 * @param returns of the strategies together, a column each, for methods that rest on a covariance and for the figures
 *     of the whole
 */
public record AllocationRequest(
        List<Forecast> forecasts,
        double equity,
        AllocationSettings settings,
        MaxLossPerContract maxLosses,
        Optional<ReturnTable> returns) {

    public AllocationRequest {
        forecasts = List.copyOf(forecasts);
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(maxLosses, "maxLosses");
        Objects.requireNonNull(returns, "returns");
    }

    /** Forecasts that tell all. */
    public static AllocationRequest of(List<Forecast> forecasts, double equity, AllocationSettings settings) {
        return new AllocationRequest(forecasts, equity, settings, MaxLossPerContract.unknown(), Optional.empty());
    }

    public AllocationRequest withReturns(ReturnTable table) {
        return new AllocationRequest(forecasts, equity, settings, maxLosses, Optional.of(table));
    }

    public AllocationRequest withMaxLosses(MaxLossPerContract losses) {
        return new AllocationRequest(forecasts, equity, settings, losses, returns);
    }
}
