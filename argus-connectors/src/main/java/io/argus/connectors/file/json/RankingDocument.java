package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import java.time.Instant;
import java.util.List;

/** A ranking as JSON. */
final class RankingDocument {

    private RankingDocument() {}

    static ObjectNode write(Ranking ranking, Instant generatedAt) {
        ObjectNode document = JsonDocuments.generated(generatedAt);
        document.put("experiment_count", ranking.strategies().size());
        ObjectNode weights = document.putObject("weights");
        ranking.weights().forEach((component, weight) -> weights.put(component.key(), weight));
        document.set("kill_thresholds", JsonDocuments.values(ranking.killThresholds()));
        document.set("significance", SignificanceDocument.write(ranking));
        ArrayNode rows = document.putArray("rankings");
        ranking.strategies().forEach(row -> rows.add(row(row)));
        document.set("killed", killed(ranking));
        ranking.ignored().forEach(document.putArray("ignored")::add);
        ranking.notes().forEach(document.putArray("notes")::add);
        return document;
    }

    static ObjectNode writeKilled(Ranking ranking, Instant generatedAt) {
        ObjectNode document = JsonDocuments.generated(generatedAt);
        document.set("kill_thresholds", JsonDocuments.values(ranking.killThresholds()));
        document.set("killed", killed(ranking));
        return document;
    }

    private static ArrayNode killed(Ranking ranking) {
        ArrayNode killed = JsonNodeFactory.instance.arrayNode();
        ranking.strategies().stream().filter(RankedStrategy::killed).forEach(row -> {
            ObjectNode each = killed.addObject()
                    .put("strategy_id", row.strategyId())
                    .put("run_id", row.runId())
                    .put("strategy_class", row.strategyClass());
            each.set("kill_reasons", kills(row.kills()));
        });
        return killed;
    }

    private static ObjectNode row(RankedStrategy row) {
        ObjectNode node = JsonDocuments.object()
                .put("rank", row.rank())
                .put("strategy_id", row.strategyId())
                .put("run_id", row.runId())
                .put("strategy_class", row.strategyClass());
        node.set("strategy_params", JsonDocuments.values(row.parameters().asMap()));
        node.put("composite_score", row.compositeScore());
        node.put("regime_sensitivity_score", row.regimeSensitivity());
        if (row.tellsJointRegimes()) {
            JsonDocuments.put(node, "joint_regime_sensitivity", row.jointRegimeSensitivity());
        }
        ObjectNode scoring = node.putObject("scoring");
        row.scoring().forEach((component, value) -> scoring.put(component.key(), value));
        JsonDocuments.put(node, "dsr", row.dsr());
        row.deflatedSharpe().ifPresent(deflated -> node.set("dsr_details", details(deflated)));
        ObjectNode metrics = node.putObject("metrics");
        row.metrics().forEach((metric, value) -> metrics.put(metric.key(), value));
        node.set("regime_scores", RunParts.regimes(row.regimes()));
        node.put("killed", row.killed());
        node.set("kill_reasons", kills(row.kills()));
        node.put("source_file", row.sourceFile());
        node.set("instruments", RunParts.instruments(row.instruments()));
        JsonDocuments.put(node, "observations", row.observations());
        JsonDocuments.put(node, "periods_per_year", row.periodsPerYear());
        JsonDocuments.put(node, "mean_daily", row.meanDaily());
        JsonDocuments.put(node, "sd_daily", row.standardDeviationDaily());
        JsonDocuments.put(node, "max_loss_per_contract", row.maxLossPerContract());
        node.put("as_of", row.asOf().map(Object::toString).orElse(null));
        node.put("fingerprint", row.fingerprint());
        row.returns()
                .ifPresent(reference -> node.putObject("returns_ref")
                        .put("source_file", reference.sourceFile())
                        .put("hash", reference.hash()));
        return node;
    }

    private static ObjectNode details(DeflatedSharpe deflated) {
        ObjectNode node = JsonDocuments.object();
        JsonDocuments.put(node, "sharpe", deflated.sharpe());
        JsonDocuments.put(node, "sharpe_threshold", deflated.sharpeThreshold());
        JsonDocuments.put(node, "sharpe_variance", deflated.sharpeVariance());
        node.put("n_trials", deflated.trials());
        JsonDocuments.put(node, "n_effective", deflated.effectiveTrials());
        JsonDocuments.put(node, "dsr_effective", deflated.effectiveValue());
        JsonDocuments.put(node, "psr", deflated.probabilisticSharpe());
        JsonDocuments.put(node, "min_track_record", deflated.minimumTrackRecord());
        node.put("observations", deflated.observations());
        JsonDocuments.put(node, "skewness", deflated.skewness());
        JsonDocuments.put(node, "kurtosis", deflated.kurtosis());
        return node.put("benchmark", deflated.benchmark())
                .put("inference", deflated.inference())
                .put("note", deflated.note());
    }

    private static ArrayNode kills(List<Kill> kills) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Kill kill : kills) {
            ObjectNode each = array.addObject().put("reason", kill.reason().key());
            JsonDocuments.put(each, "value", kill.value());
            JsonDocuments.put(each, "threshold", kill.threshold());
            if (!kill.detail().isEmpty()) {
                each.put("detail", kill.detail());
            }
        }
        return array;
    }
}
