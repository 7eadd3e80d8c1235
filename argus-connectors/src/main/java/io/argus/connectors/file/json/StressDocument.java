package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.experiment.StressResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code walk_forward}, {@code slippage_sensitivity} and {@code regime_stress} of a manifest. */
final class StressDocument {

    private static final String WALK_FORWARD = "walk_forward";
    private static final String SLIPPAGE_SENSITIVITY = "slippage_sensitivity";
    private static final String REGIME_STRESS = "regime_stress";

    private StressDocument() {}

    /** Writes the walk-forward into a manifest, where there is one. */
    static void writeWindows(ObjectNode manifest, StressResult stress) {
        if (!stress.windows().isEmpty()) {
            ArrayNode windows = manifest.putObject(WALK_FORWARD).putArray("windows");
            stress.windows().forEach(window -> {
                ObjectNode node = windows.addObject()
                        .put("train_from", window.trainFrom().toString())
                        .put("from", window.from().toString())
                        .put("to", window.to().toString())
                        .put("pnl", window.pnl());
                window.chosen().ifPresent(run -> node.put("chosen_run_id", run));
            });
        }
    }

    /** Writes into a manifest what other costs and single market states gave, where they were tried. */
    static void writeRuns(ObjectNode manifest, StressResult stress) {
        if (!stress.costs().isEmpty()) {
            ArrayNode levels = manifest.putArray(SLIPPAGE_SENSITIVITY);
            stress.costs().forEach(level -> {
                ObjectNode node = levels.addObject()
                        .put("cost_multiplier", level.multiplier())
                        .put("total_return_pct", level.totalReturnPercent());
                JsonDocuments.put(node, "sharpe_annualized", level.sharpeAnnualized());
                node.put("trades", level.trades());
            });
        }
        if (!stress.regimes().isEmpty()) {
            ArrayNode runs = manifest.putArray(REGIME_STRESS);
            stress.regimes()
                    .forEach(run -> runs.addObject()
                            .put("regime", run.regime())
                            .put("pnl", run.pnl())
                            .put("trades", run.trades()));
        }
    }

    static StressResult read(JsonNode manifest) {
        List<StressResult.CostLevel> costs = new ArrayList<>();
        JsonFields.objects(manifest, SLIPPAGE_SENSITIVITY)
                .forEach(node -> costs.add(new StressResult.CostLevel(
                        JsonFields.number(node, "cost_multiplier", 1),
                        JsonFields.number(node, "total_return_pct", 0),
                        JsonFields.number(node, "sharpe_annualized"),
                        JsonFields.whole(node, "trades").orElse(0))));
        List<StressResult.RegimeRun> regimes = new ArrayList<>();
        JsonFields.objects(manifest, REGIME_STRESS)
                .forEach(node -> regimes.add(new StressResult.RegimeRun(
                        JsonFields.text(node, "regime", ""),
                        JsonFields.number(node, "pnl", 0),
                        JsonFields.whole(node, "trades").orElse(0))));
        List<StressResult.Window> windows = new ArrayList<>();
        JsonFields.objects(JsonFields.object(manifest, WALK_FORWARD), "windows")
                .forEach(node -> windows.add(new StressResult.Window(
                        LocalDate.parse(JsonFields.text(node, "train_from", "")),
                        LocalDate.parse(JsonFields.text(node, "from", "")),
                        LocalDate.parse(JsonFields.text(node, "to", "")),
                        JsonFields.number(node, "pnl", 0),
                        JsonFields.findText(node, "chosen_run_id"))));
        return new StressResult(costs, regimes, windows);
    }
}
