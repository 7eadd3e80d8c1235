package io.argus.app.cli;

import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.GateCount;
import io.argus.replay.volatility.IvAbsence;
import io.argus.replay.volatility.IvConsensus;
import io.argus.replay.volatility.IvRange;
import io.argus.replay.volatility.IvReading;
import io.argus.replay.volatility.IvRoute;
import io.argus.replay.volatility.IvSnapshot;
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

    private final Pack pack;
    private final IvTruthMap.Settings settings;
    private final int listed;

    /**
     * @param listed how many snapshots of each source to list, the latest
     */
    IvMapJson(Pack pack, IvTruthMap.Settings settings, int listed) {
        this.pack = pack;
        this.settings = settings;
        this.listed = listed;
    }

    /** Its lists of snapshots are worked out as they are read. */
    Map<String, Object> of(IvTruthMap map, Optional<TradeDiagnosis> diagnosis) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("target_days", settings.targetDays());
        document.put("max_age_ms", settings.maxAgeMs());
        document.put("policy", settings.policy().toString());
        document.put("sources", map.sources().stream().map(this::source).toList());
        document.put(
                "consensus", map.consensus().stream().map(IvMapJson::consensus).toList());
        diagnosis.ifPresent(found -> document.put("strategy", diagnosis(found)));
        return document;
    }

    private Map<String, Object> source(IvSource source) {
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
        Map<String, Object> volatilities = new LinkedHashMap<>();
        source.volatilities().forEach((route, range) -> volatilities.put(route.key(), range(range)));
        fields.put("iv", volatilities);
        List<Map<String, Object>> missing = new ArrayList<>();
        source.missing().forEach((absence, count) -> missing.add(missing(absence, count)));
        fields.put("missing", missing);
        fields.put(
                "lacking",
                source.withoutPuts() > 0 ? List.of(missing(IvAbsence.NO_PUTS, source.withoutPuts())) : List.of());
        source.staleness().find().ifPresent(found -> fields.put("staleness_ms", percentiles(found)));
        fields.put("listed", Math.min(listed, source.snapshots()));
        fields.put("readings", readings(source));
        return fields;
    }

    private static Map<String, Object> range(IvRange range) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", range.count());
        fields.put("first_ms", range.firstMs());
        fields.put("last_ms", range.lastMs());
        fields.put("min", range.least());
        fields.put("median", range.median());
        fields.put("max", range.largest());
        return fields;
    }

    private Iterable<Map<String, Object>> readings(IvSource source) {
        Optional<ChainSeries> series = pack.chains().stream()
                .filter(each -> each.underlying().equals(source.underlying())
                        && each.provider().equals(source.provider()))
                .findFirst();
        if (series.isEmpty()) {
            return List.of();
        }
        // No flatMap over the series: its iterator would hold every reading from the first on.
        return () -> IvTruthMap.latest(pack, series.get(), settings, listed)
                .map(IvMapJson::reading)
                .iterator();
    }

    /** What does not apply is left out. */
    private static Map<String, Object> reading(IvSnapshot snapshot) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("recv_ts_ms", snapshot.receivedMs());
        snapshot.expiryMs().ifPresent(expiry -> fields.put("expiry_ms", expiry));
        snapshot.strike().ifPresent(strike -> fields.put("strike", strike));
        if (snapshot.reading() instanceof IvReading.Known known) {
            fields.put("route", known.route().key());
            fields.put("iv", known.volatility());
            if (snapshot.withoutPuts()) {
                fields.put("lacks", IvAbsence.NO_PUTS.key());
            }
        } else if (snapshot.reading() instanceof IvReading.Missing missing) {
            fields.put("reason", missing.absence().key());
        }
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
