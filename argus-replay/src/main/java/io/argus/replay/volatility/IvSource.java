package io.argus.replay.volatility;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one provider's snapshots of one underlying give.
 *
 * @param allowed whether it may give implied volatility at all; a provider of bars alone may not
 * @param volatilities of the snapshots that have one, by the way it came
 * @param withoutPuts snapshots with a volatility whose expiry has calls alone
 * @param missing snapshots without a volatility, by reason
 * @param staleness milliseconds from sending to receipt
 */
public record IvSource(
        String underlying,
        String provider,
        boolean allowed,
        int snapshots,
        Map<IvRoute, IvRange> volatilities,
        int withoutPuts,
        Map<IvAbsence, Integer> missing,
        Percentiles staleness) {

    public IvSource {
        volatilities = Collections.unmodifiableMap(copy(IvRoute.class, volatilities));
        missing = Collections.unmodifiableMap(copy(IvAbsence.class, missing));
    }

    /** Snapshots with a volatility, by the way it came. */
    public Map<IvRoute, Integer> routes() {
        Map<IvRoute, Integer> routes = new EnumMap<>(IvRoute.class);
        volatilities.forEach((route, range) -> routes.put(route, range.count()));
        return routes;
    }

    /** Snapshots with a volatility. */
    public int withVolatility() {
        return volatilities.values().stream().mapToInt(IvRange::count).sum();
    }

    private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> keys, Map<K, V> counts) {
        Map<K, V> copy = new EnumMap<>(keys);
        copy.putAll(counts);
        return copy;
    }
}
