package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.ResamplingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** {@code mc_bootstrap} of a manifest. */
final class MonteCarloDocument {

    private MonteCarloDocument() {}

    static ObjectNode write(MonteCarloResult result) {
        MonteCarloSettings settings = result.settings();
        ObjectNode node = JsonDocuments.object()
                .put("unit", settings.unit().key())
                .put("method", settings.method().key())
                .put("paths", settings.paths())
                .put("seed", settings.seed())
                .put("ruin_level", settings.ruinLevel());
        JsonDocuments.put(node, "block_size_asked", settings.blockLength());
        result.summary().ifPresent(summary -> write(node, summary));
        return result.reason().isEmpty() ? node : node.put("reason", result.reason());
    }

    private static void write(ObjectNode node, MonteCarloSummary summary) {
        JsonDocuments.put(node, "block_size", summary.blockLength());
        node.put("length", summary.length());
        JsonDocuments.put(node, "median_return", summary.medianReturn());
        JsonDocuments.put(node, "p5_return", summary.p5Return());
        JsonDocuments.put(node, "p95_return", summary.p95Return());
        JsonDocuments.put(node, "p50_max_drawdown", summary.medianDrawdown());
        JsonDocuments.put(node, "p95_max_drawdown", summary.p95Drawdown());
        JsonDocuments.put(node, "ruin_probability", summary.ruinProbability());
        JsonDocuments.put(node, "fraction_positive", summary.fractionPositive());
        ObjectNode fan = node.putObject("fan");
        ArrayNode periods = fan.putArray("period");
        summary.fan().forEach(step -> periods.add(step.period()));
        fan.set("p5", numbers(summary, MonteCarloSummary.FanStep::p5));
        fan.set("p50", numbers(summary, MonteCarloSummary.FanStep::median));
        fan.set("p95", numbers(summary, MonteCarloSummary.FanStep::p95));
    }

    private static ArrayNode numbers(MonteCarloSummary summary, ToDoubleFunction<MonteCarloSummary.FanStep> part) {
        return JsonDocuments.numbers(summary.fan().stream().mapToDouble(part).toArray());
    }

    /**
     * @return empty where there is none, or one of another program that says something else
     */
    static Optional<MonteCarloResult> read(JsonNode node) {
        Optional<MonteCarloUnit> unit = MonteCarloUnit.find(JsonFields.text(node, "unit", ""));
        Optional<ResamplingMethod> method = ResamplingMethod.find(JsonFields.text(node, "method", ""));
        if (unit.isEmpty() || method.isEmpty() || !node.path("paths").canConvertToInt()) {
            return Optional.empty();
        }
        MonteCarloSettings settings = new MonteCarloSettings(
                node.path("paths").intValue(),
                unit.get(),
                method.get(),
                JsonFields.number(node, "block_size_asked"),
                node.path("seed").asLong(0),
                JsonFields.number(node, "ruin_level", 0));
        String reason = JsonFields.text(node, "reason", "");
        if (!reason.isEmpty()) {
            return Optional.of(new MonteCarloResult(settings, Optional.empty(), reason));
        }
        OptionalDouble median = JsonFields.number(node, "median_return");
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(new MonteCarloResult(settings, Optional.of(summary(settings, node)), ""));
    }

    private static MonteCarloSummary summary(MonteCarloSettings settings, JsonNode node) {
        return new MonteCarloSummary(
                settings,
                JsonFields.number(node, "block_size", 1),
                JsonFields.whole(node, "length").orElse(0),
                JsonFields.number(node, "median_return", 0),
                JsonFields.number(node, "p5_return", 0),
                JsonFields.number(node, "p95_return", 0),
                JsonFields.number(node, "p50_max_drawdown", 0),
                JsonFields.number(node, "p95_max_drawdown", 0),
                JsonFields.number(node, "ruin_probability", 0),
                JsonFields.number(node, "fraction_positive", 0),
                fan(JsonFields.object(node, "fan")));
    }

    private static List<MonteCarloSummary.FanStep> fan(JsonNode node) {
        double[] periods = JsonFields.numbers(node, "period");
        double[] p5 = column(node, "p5", periods.length);
        double[] p50 = column(node, "p50", periods.length);
        double[] p95 = column(node, "p95", periods.length);
        List<MonteCarloSummary.FanStep> steps = new ArrayList<>();
        for (int i = 0; i < periods.length; i++) {
            int period = (int) periods[i];
            if (period != periods[i]) {
                throw new IllegalArgumentException("mc_bootstrap.fan has the period " + periods[i]);
            }
            steps.add(new MonteCarloSummary.FanStep(period, p5[i], p50[i], p95[i]));
        }
        return steps;
    }

    private static double[] column(JsonNode node, String key, int periods) {
        double[] column = JsonFields.numbers(node, key);
        if (column.length != periods) {
            throw new IllegalArgumentException(
                    "mc_bootstrap.fan has " + periods + " of period and " + column.length + " of " + key);
        }
        return column;
    }
}
