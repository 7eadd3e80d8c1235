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
import java.time.LocalDate;
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
        List<RankedStrategy> rows = new ArrayList<>();
        for (JsonNode node : document.path("rankings")) {
            int index = rows.size();
            try {
                rows.add(row(node, index + 1));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new DataException(origin, "rankings[" + index + "]: " + e.getMessage(), e);
            }
        }
        try {
            return new RankingStore.Stored(ranking(document, rows), instant(document));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DataException(origin, String.valueOf(e.getMessage()), e);
        }
    }

    private static Ranking ranking(JsonNode document, List<RankedStrategy> rows) {
        Map<ScoreComponent, Double> weights = new EnumMap<>(ScoreComponent.class);
        document.path("weights")
                .properties()
                .forEach(entry -> ScoreComponent.find(entry.getKey())
                        .filter(component -> entry.getValue().isNumber())
                        .ifPresent(component ->
                                weights.put(component, entry.getValue().doubleValue())));
        SortedMap<String, Double> thresholds = new TreeMap<>();
        document.path("kill_thresholds").properties().forEach(entry -> {
            if (entry.getValue().isNumber()) {
                thresholds.put(entry.getKey(), entry.getValue().doubleValue());
            }
        });
        JsonNode significance = document.path("significance");
        return new Ranking(
                rows,
                weights,
                thresholds,
                new TrialCount(
                        JsonDocuments.whole(significance, "n_trials_cycle").orElse(rows.size()),
                        JsonDocuments.whole(significance, "n_trials").orElse(rows.size()),
                        date(significance, "ledger_since"),
                        JsonDocuments.number(significance, "n_effective")),
                SignificanceDocument.read(significance),
                JsonDocuments.text(significance, "benchmark", ""),
                JsonDocuments.texts(document.path("ignored")),
                JsonDocuments.texts(document.path("notes")));
    }

    private static RankedStrategy row(JsonNode node, int place) {
        return new RankedStrategy(
                JsonDocuments.whole(node, "rank").orElse(place),
                required(node, "strategy_id"),
                JsonDocuments.text(node, "run_id", ""),
                JsonDocuments.text(node, "strategy_class", ""),
                JsonDocuments.parameters(node.path("strategy_params")),
                JsonDocuments.number(node, "composite_score")
                        .orElseThrow(() -> new IllegalArgumentException("composite_score is missing")),
                JsonDocuments.number(node, "regime_sensitivity_score", UNTOLD_SENSITIVITY),
                node.has("joint_regime_sensitivity"),
                JsonDocuments.number(node, "joint_regime_sensitivity"),
                scoring(node.path("scoring")),
                deflatedSharpe(node),
                metrics(node.path("metrics")),
                JsonDocuments.regimes(node.path("regime_scores")),
                kills(node),
                JsonDocuments.text(node, "source_file", ""),
                JsonDocuments.instruments(node.path("instruments")),
                JsonDocuments.whole(node, "observations"),
                JsonDocuments.whole(node, "periods_per_year"),
                JsonDocuments.number(node, "mean_daily"),
                JsonDocuments.number(node, "sd_daily"),
                JsonDocuments.number(node, "max_loss_per_contract"),
                date(node, "as_of"),
                JsonDocuments.text(node, "fingerprint", ""),
                returns(node.path("returns_ref")));
    }

    private static Map<ScoreComponent, Double> scoring(JsonNode node) {
        Map<ScoreComponent, Double> scoring = new EnumMap<>(ScoreComponent.class);
        for (ScoreComponent component : ScoreComponent.values()) {
            JsonDocuments.number(node, component.key()).ifPresent(value -> scoring.put(component, value));
        }
        return scoring;
    }

    private static Map<Metric, Double> metrics(JsonNode node) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            JsonDocuments.number(node, metric.key()).ifPresent(value -> metrics.put(metric, value));
        }
        return metrics;
    }

    private static Optional<DeflatedSharpe> deflatedSharpe(JsonNode row) {
        JsonNode node = row.path("dsr_details");
        OptionalDouble value = JsonDocuments.number(row, "dsr");
        if (!node.isObject() && value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeflatedSharpe(
                value,
                JsonDocuments.number(node, "sharpe"),
                JsonDocuments.number(node, "sharpe_threshold"),
                JsonDocuments.number(node, "sharpe_variance"),
                JsonDocuments.whole(node, "n_trials").orElse(0),
                JsonDocuments.number(node, "n_effective"),
                JsonDocuments.number(node, "dsr_effective"),
                JsonDocuments.number(node, "psr"),
                JsonDocuments.number(node, "min_track_record"),
                JsonDocuments.whole(node, "observations").orElse(0),
                JsonDocuments.number(node, "skewness"),
                JsonDocuments.number(node, "kurtosis"),
                JsonDocuments.text(node, "benchmark", ""),
                JsonDocuments.text(node, "inference", ""),
                JsonDocuments.text(node, "note", "")));
    }

    /** A reason that has no name here still kills. */
    private static List<Kill> kills(JsonNode row) {
        List<Kill> kills = new ArrayList<>();
        for (JsonNode node : row.path("kill_reasons")) {
            String name = node.isTextual() ? node.textValue() : JsonDocuments.text(node, "reason", "");
            Optional<KillReason> reason = KillReason.find(name);
            kills.add(new Kill(
                    reason.orElse(KillReason.NOT_ELIGIBLE),
                    JsonDocuments.number(node, "value"),
                    JsonDocuments.number(node, "threshold"),
                    reason.isPresent() ? JsonDocuments.text(node, "detail", "") : name));
        }
        if (kills.isEmpty() && row.path("killed").asBoolean(false)) {
            kills.add(Kill.because(KillReason.NOT_ELIGIBLE, "killed where it was ranked, for no reason told"));
        }
        return kills;
    }

    private static Optional<ReturnsReference> returns(JsonNode node) {
        String source = JsonDocuments.text(node, "source_file", "");
        return source.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReturnsReference(source, JsonDocuments.text(node, "hash", "")));
    }

    private static Optional<Instant> instant(JsonNode document) {
        String text = JsonDocuments.text(document, "generated_at", "");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Optional<LocalDate> date(JsonNode node, String key) {
        String text = JsonDocuments.text(node, key, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static String required(JsonNode node, String key) {
        String text = JsonDocuments.text(node, key, "");
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }
}
