package io.argus.allocation;

import io.argus.domain.forecast.Forecast;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the forecasts are called in tables: their id, or with the run where several runs share it. */
final class Names {

    private Names() {}

    static List<String> of(List<Forecast> forecasts) {
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Forecast forecast : forecasts) {
            if (!once.add(forecast.strategyId())) {
                shared.add(forecast.strategyId());
            }
        }
        List<String> names = new ArrayList<>(forecasts.size());
        for (Forecast forecast : forecasts) {
            names.add(
                    shared.contains(forecast.strategyId())
                            ? forecast.strategyId() + "/" + forecast.runId()
                            : forecast.strategyId());
        }
        return names;
    }
}
