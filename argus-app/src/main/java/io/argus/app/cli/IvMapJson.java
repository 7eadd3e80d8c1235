package io.argus.app.cli;

import io.argus.domain.strategy.GateCount;
import io.argus.replay.volatility.IvAbsence;
import io.argus.replay.volatility.IvConsensus;
import io.argus.replay.volatility.IvRoute;
import io.argus.replay.volatility.IvSource;
import io.argus.replay.volatility.IvTruthMap;
import io.argus.replay.volatility.Percentiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IV truth map for programs. */
final class IvMapJson {

    private IvMapJson() {}

    static Map<String, Object> of(IvTruthMap map, IvTruthMap.Settings settings, Optional<TradeDiagnosis> diagnosis) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("target_days", settings.targetDays());
        document.put("max_age_ms", settings.maxAgeMs());
        document.put("policy", settings.policy().toString());
        document.put("sources", map.sources().stream().map(IvMapJson::source).toList());
        document.put(
                "consensus", map.consensus().stream().map(IvMapJson::consensus).toList());
        diagnosis.ifPresent(found -> document.put("strategy", diagnosis(found)));
        return document;
    }

    private static Map<String, Object> source(IvSource source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("underlying", source.underlying());
        fields.put("provider", source.provider());
        fields.put("iv_source_allowed", source.allowed());
        fields.put("snapshots", source.snapshots());
        fields.put("with_iv", source.withVolatility());
        Map<String, Object> routes = new LinkedHashMap<>();
        for (IvRoute route : IvRoute.values()) {
            routes.put(route.key(), source.routes().getOrDefault(route, 0));
        }
        fields.put("routes", routes);
        List<Map<String, Object>> missing = new ArrayList<>();
        source.missing().forEach((absence, count) -> missing.add(missing(absence, count)));
        fields.put("missing", missing);
        source.staleness().find().ifPresent(found -> fields.put("staleness_ms", percentiles(found)));
        return fields;
    }

    private static Map<String, Object> missing(IvAbsence absence, int count) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", absence.key());
        fields.put("count", count);
        fields.put("remedy", absence.remedy());
        return fields;
    }

    private static Map<String, Object> consensus(IvConsensus consensus) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("underlying", consensus.underlying());
        fields.put("providers", consensus.providers());
        fields.put("compared", consensus.compared());
        fields.put("warn", consensus.warned());
        fields.put("bad", consensus.bad());
        consensus.absolute().find().ifPresent(found -> fields.put("absolute", percentiles(found)));
        consensus.relative().find().ifPresent(found -> fields.put("relative", percentiles(found)));
        return fields;
    }

    private static Map<String, Object> diagnosis(TradeDiagnosis diagnosis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", diagnosis.strategy());
        fields.put("trades", diagnosis.trades());
        fields.put("fills", diagnosis.fills());
        Map<String, Object> gates = new LinkedHashMap<>();
        for (GateCount gate : diagnosis.gates()) {
            gates.put(gate.gate(), gate.count());
        }
        fields.put("gates", gates);
        fields.put("rejections", diagnosis.rejections());
        return fields;
    }

    private static Map<String, Object> percentiles(Percentiles percentiles) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("p50", percentiles.median());
        fields.put("p95", percentiles.p95());
        fields.put("max", percentiles.largest());
        return fields;
    }
}
