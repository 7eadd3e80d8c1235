package io.argus.app.cli;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.RoundTrip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replayed strategy did, and what kept it from doing more.
 *
 * @param trades round trips and positions still open; the legs of a spread are one
 * @param gates which condition stopped it first, each time it looked
 * @param rejections of its orders, by reason
 */
record TradeDiagnosis(String strategy, long trades, long fills, List<GateCount> gates, Map<String, Long> rejections) {

    TradeDiagnosis {
        gates = List.copyOf(gates);
    }

    static TradeDiagnosis of(String name, Strategy strategy, ReplayResult result) {
        Map<String, Long> rejections = new TreeMap<>();
        for (Rejection rejection : result.rejections()) {
            rejections.merge(rejection.reason().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return new TradeDiagnosis(
                name,
                RoundTrip.of(result.trades()).size() + open(result),
                result.fills().size(),
                strategy.gates(),
                rejections);
    }

    /** Orders whose positions are open, legs of a spread together. */
    private static long open(ReplayResult result) {
        return result.open().stream()
                .map(position -> result.fills().stream()
                        .filter(fill -> fill.symbol().equals(position.symbol())
                                && fill.timeMs() == position.openedMs()
                                && fill.tag().equals(position.tag()))
                        .findFirst()
                        .map(Fill::orderId)
                        .orElse(-position.id()))
                .distinct()
                .count();
    }
}
