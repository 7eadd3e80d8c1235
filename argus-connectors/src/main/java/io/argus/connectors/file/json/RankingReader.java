package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.ReturnsReference;
import io.argus.research.ranking.ScoreComponent;
import io.argus.research.ranking.TrialCount;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rankings from JSON. Reading is lenient: other programs write less, and files of old carry no version. */
final class RankingReader {

    /** How evenly a result spreads over market states, where nothing tells. */
    private static final double UNTOLD_SENSITIVITY = 0.5;

    private RankingReader() {}

    static RankingStore.Stored read(String origin, JsonNode document) {
        if (!document.path("rankings").isArray()) {
            throw new DataException(origin, "is no rankings file: it has no \"rankings\"");
        }
        JsonDocuments.requireVersion(origin, document);
        try {
            return readRows(origin, document);
        } catch (WrongTypeException e) {
            throw new DataException(origin, e.within(document), e);
        }
    }

    private static RankingStore.Stored readRows(String origin, JsonNode document) {
        List<RankedStrategy> rows = new ArrayList<>();
        for (JsonNode node : JsonFields.objects(document, "rankings")) {
            int index = rows.size();
            try {
                rows.add(row(node, index + 1));
            } catch (WrongTypeException e) {
                throw e;
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new DataException(origin, "rankings[" + index + "]: " + e.getMessage(), e);
            }
        }
        try {
            return new RankingStore.Stored(ranking(document, rows), time(document));
        } catch (WrongTypeException e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DataException(origin, String.valueOf(e.getMessage()), e);
        }
    }

    private static Ranking ranking(JsonNode document, List<RankedStrategy> rows) {
        Map<ScoreComponent, Double> weights = scoring(JsonFields.object(document, "weights"));
        SortedMap<String, Double> thresholds = new TreeMap<>();
        JsonNode told = JsonFields.object(document, "kill_thresholds");
        told.properties().forEach(entry -> {
            if (entry.getValue().isNumber() || entry.getValue().isTextual()) {
                JsonFields.number(told, entry.getKey()).ifPresent(value -> thresholds.put(entry.getKey(), value));
            }
        });
        JsonNode significance = JsonFields.object(document, "significance");
        return new Ranking(
                rows,
                weights,
                thresholds,
                new TrialCount(
                        JsonFields.whole(significance, "n_trials_cycle").orElse(rows.size()),
                        JsonFields.whole(significance, "n_trials").orElse(rows.size()),
                        JsonFields.date(significance, "ledger_since"),
                        JsonFields.number(significance, "n_effective")),
                SignificanceDocument.read(significance),
                JsonFields.text(significance, "benchmark", ""),
                JsonFields.texts(document, "ignored"),
                JsonFields.texts(document, "notes"));
    }

    private static RankedStrategy row(JsonNode node, int place) {
        return new RankedStrategy(
                JsonFields.whole(node, "rank").orElse(place),
                required(node, "strategy_id"),
                JsonFields.text(node, "run_id", ""),
                JsonFields.text(node, "strategy_class", ""),
                RunParts.parameters(node, "strategy_params"),
                JsonFields.number(node, "composite_score")
                        .orElseThrow(() -> new IllegalArgumentException("composite_score is missing")),
                JsonFields.share(node, "regime_sensitivity_score").orElse(UNTOLD_SENSITIVITY),
                node.has("joint_regime_sensitivity"),
                JsonFields.share(node, "joint_regime_sensitivity"),
                scoring(JsonFields.object(node, "scoring")),
                deflatedSharpe(node),
                metrics(JsonFields.object(node, "metrics")),
                RunParts.regimes(node, "regime_scores"),
                kills(node),
                JsonFields.text(node, "source_file", ""),
                RunParts.instruments(node, "instruments"),
                JsonFields.whole(node, "observations", 0),
                JsonFields.whole(node, "periods_per_year", 1),
                JsonFields.number(node, "mean_daily"),
                JsonFields.size(node, "sd_daily"),
                JsonFields.number(node, "max_loss_per_contract"),
                JsonFields.date(node, "as_of"),
                JsonFields.text(node, "fingerprint", ""),
                returns(JsonFields.object(node, "returns_ref")));
    }

    private static Map<ScoreComponent, Double> scoring(JsonNode node) {
        Map<ScoreComponent, Double> scoring = new EnumMap<>(ScoreComponent.class);
        for (ScoreComponent component : ScoreComponent.values()) {
            JsonFields.number(node, component.key()).ifPresent(value -> scoring.put(component, value));
        }
        return scoring;
    }

    private static Map<Metric, Double> metrics(JsonNode node) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            JsonFields.number(node, metric.key()).ifPresent(value -> metrics.put(metric, value));
        }
        return metrics;
    }

    private static Optional<DeflatedSharpe> deflatedSharpe(JsonNode row) {
        JsonNode node = JsonFields.object(row, "dsr_details");
        OptionalDouble value = JsonFields.share(row, "dsr");
        if (node.isEmpty() && value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeflatedSharpe(
                value,
                JsonFields.number(node, "sharpe"),
                JsonFields.number(node, "sharpe_threshold"),
                JsonFields.size(node, "sharpe_variance"),
                JsonFields.whole(node, "n_trials", 0).orElse(0),
                JsonFields.size(node, "n_effective"),
                JsonFields.share(node, "dsr_effective"),
                JsonFields.share(node, "psr"),
                JsonFields.size(node, "min_track_record"),
                JsonFields.whole(node, "observations", 0).orElse(0),
                JsonFields.number(node, "skewness"),
                JsonFields.number(node, "kurtosis"),
                JsonFields.text(node, "benchmark", ""),
                JsonFields.text(node, "inference", ""),
                JsonFields.text(node, "note", "")));
    }

    /** A reason that has no name here still kills. */
    private static List<Kill> kills(JsonNode row) {
        List<Kill> kills = new ArrayList<>();
        for (JsonNode each : JsonFields.textsOrObjects(row, "kill_reasons")) {
            JsonNode node = each.isTextual() ? JsonDocuments.object().put("reason", each.textValue()) : each;
            String name = JsonFields.text(node, "reason", "");
            Optional<KillReason> reason = KillReason.find(name);
            kills.add(new Kill(
                    reason.orElse(KillReason.NOT_ELIGIBLE),
                    JsonFields.number(node, "value"),
                    JsonFields.number(node, "threshold"),
                    reason.isPresent() ? JsonFields.text(node, "detail", "") : name));
        }
        if (kills.isEmpty() && JsonFields.flag(row, "killed")) {
            kills.add(Kill.because(KillReason.NOT_ELIGIBLE, "killed where it was ranked, for no reason told"));
        }
        return kills;
    }

    private static Optional<ReturnsReference> returns(JsonNode node) {
        String source = JsonFields.text(node, "source_file", "");
        return source.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReturnsReference(source, JsonFields.text(node, "hash", "")));
    }

    private static Optional<Instant> time(JsonNode document) {
        String key = "generated_at";
        return JsonFields.text(document, key, "").isEmpty() ? Optional.empty() : JsonFields.time(document, key);
    }

    private static String required(JsonNode node, String key) {
        String text = JsonFields.text(node, key, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }
}
