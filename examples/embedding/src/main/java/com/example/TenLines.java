package com.example;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.forecast.Forecast;
import java.util.List;

class TenLines {

    public static void main(String[] args) {
        List<Forecast> forecasts =
                List.of(Forecast.of("trend", "SPX", 0.08, 0.20), Forecast.of("carry", "BTC", 0.30, 0.60));
        AllocationPlan plan = new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, 100_000, AllocationSettings.defaults()));
        for (Allocation each : plan.allocations()) {
            System.out.println(each.forecast().strategyId() + " " + each.weight() + " " + each.trail());
        }
    }
}
