package io.argus.allocation;

import io.argus.domain.forecast.Forecast;
import java.util.List;

/** What the forecasts are called in tables: their id, or with the run where several runs share it. */
final class Names {

    private Names() {}

    /** @param order of the forecasts by id and run: those that share an id stand side by side */
    static List<String> of(List<Forecast> forecasts, int[] order) {
        String[] names = new String[order.length];
        for (int i = 0; i < order.length; i++) {
            Forecast forecast = forecasts.get(order[i]);
            String id = forecast.strategyId();
            boolean shared = (i > 0 && id.equals(forecasts.get(order[i - 1]).strategyId()))
                    || (i + 1 < order.length
                            && id.equals(forecasts.get(order[i + 1]).strategyId()));
            names[order[i]] = shared ? id + "/" + forecast.runId() : id;
        }
        return List.of(names);
    }
}
