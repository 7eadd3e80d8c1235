package io.argus.allocation;

import io.argus.domain.ConfigException;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.returns.ReturnTable;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

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

    /**
     * @param key of the setting
     * @throws ConfigException when it names a strategy of which several runs are sized, and not one of them
     */
    static void requireOneRunEach(String key, Set<String> given, List<Forecast> forecasts, List<String> names) {
        Set<String> sized = new HashSet<>(names);
        for (int i = 0; i < forecasts.size(); i++) {
            String id = forecasts.get(i).strategyId();
            if (given.contains(id) && !sized.contains(id)) {
                throw new ConfigException(
                        key, "has " + id + ", of which several runs are sized; name them, as in " + names.get(i));
            }
        }
    }

    /** Where the returns of a forecast stand: under what it is called in tables, or else under its id alone. */
    static OptionalInt column(ReturnTable returns, String name, Forecast forecast) {
        OptionalInt own = returns.find(name);
        return own.isPresent() ? own : returns.find(forecast.strategyId());
    }
}
