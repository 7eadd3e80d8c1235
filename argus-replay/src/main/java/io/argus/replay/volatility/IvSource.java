package io.argus.replay.volatility;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one provider's snapshots of one underlying give.
 *
 * @param allowed whether it may give implied volatility at all; a provider of bars alone may not
 * @param routes snapshots with a volatility, by the way it came
 * @param missing snapshots without, by reason
 * @param staleness milliseconds from sending to receipt
 */
public record IvSource(
        String underlying,
        String provider,
        boolean allowed,
        int snapshots,
        Map<IvRoute, Integer> routes,
        Map<IvAbsence, Integer> missing,
        Percentiles staleness) {

    public IvSource {
        routes = Collections.unmodifiableMap(copy(IvRoute.class, routes));
        missing = Collections.unmodifiableMap(copy(IvAbsence.class, missing));
    }

    /** Snapshots with a volatility. */
    public int withVolatility() {
        return routes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static <K extends Enum<K>> Map<K, Integer> copy(Class<K> keys, Map<K, Integer> counts) {
        Map<K, Integer> copy = new EnumMap<>(keys);
        copy.putAll(counts);
        return copy;
    }
}
