package io.argus.app.cli;

import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.result.ReplayResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replayed strategy did, and what kept it from doing more.
 *
 * @param trades closed ones and positions still open
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
                result.trades().size() + result.open().size(),
                result.fills().size(),
                strategy.gates(),
                rejections);
    }
}
