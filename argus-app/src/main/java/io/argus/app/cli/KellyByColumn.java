package io.argus.app.cli;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.allocation.portfolio.PortfolioProblem;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.returns.ReturnTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Sizes each column by itself, with its mean for what is expected of it. */
final class KellyByColumn {

    private KellyByColumn() {}

    static PortfolioWeights weights(ReturnTable table, PortfolioProblem problem, double kellyFraction) {
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < table.trials(); i++) {
            forecasts.add(Forecast.of(
                    table.names().get(i),
                    table.names().get(i),
                    problem.netMu()[i],
                    problem.covariance().volatility(i)));
        }
        AllocationSettings settings = new AllocationSettings(
                new FractionalKelly(kellyFraction, problem.limits().cap(), OptionalDouble.empty(), 0),
                problem.limits().exposure());
        return PortfolioWeights.of(new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, 1, settings)).allocations().stream()
                        .mapToDouble(Allocation::weight)
                        .toArray());
    }
}
