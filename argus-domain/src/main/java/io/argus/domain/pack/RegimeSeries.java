package io.argus.domain.pack;

import java.util.List;

/**
 * The regimes of one instrument, a row wherever a state changed, oldest first. Immutable.
 *
 * @param scope the instrument's symbol
 */
public record RegimeSeries(String scope, List<Regime> regimes) {

    public RegimeSeries {
        if (scope.isBlank()) {
            throw new IllegalArgumentException("regimes need a scope");
        }
        regimes = List.copyOf(regimes);
        for (int i = 1; i < regimes.size(); i++) {
            if (regimes.get(i).timestampMs() <= regimes.get(i - 1).timestampMs()) {
                throw new IllegalArgumentException(
                        "regimes come in time order: " + regimes.get(i).timestampMs() + " after "
                                + regimes.get(i - 1).timestampMs());
            }
        }
    }

    void digestInto(ColumnDigest digest) {
        String prefix = "regimes/" + scope + "/";
        digest.longs(
                prefix + "timestamp_ms",
                regimes.stream().mapToLong(Regime::timestampMs).toArray());
        digest.texts(
                prefix + "states", regimes.stream().map(RegimeSeries::states).toList());
        digest.doubles(
                prefix + "confidence",
                regimes.stream().mapToDouble(Regime::confidence).toArray());
        digest.texts(
                prefix + "metrics_json", regimes.stream().map(Regime::metrics).toList());
    }

    private static String states(Regime regime) {
        return regime.volatility() + "," + regime.trend() + "," + regime.session();
    }
}
