package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.PortfolioRisk;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.port.AllocationStore;
import io.argus.research.registry.Admission;
import java.nio.file.Path;
import java.time.Instant;

/** Plans as {@code allocations.json}. */
public final class JsonAllocationStore implements AllocationStore {

    @Override
    public void save(Path file, PublishedPlan plan, Instant generatedAt) {
        AtomicFiles.write(file, text(plan, generatedAt));
    }

    @Override
    public void saveCandidates(Path file, Admission admission, Instant generatedAt) {
        ObjectNode document = JsonDocuments.generated(generatedAt);
        ArrayNode admitted = document.putArray("admitted");
        admission
                .admitted()
                .forEach(candidate -> admitted.addObject()
                        .put("strategy_id", candidate.strategy().strategyId())
                        .put("run_id", candidate.strategy().runId())
                        .put("composite_score", candidate.strategy().compositeScore()));
        ArrayNode refused = document.putArray("refused");
        admission
                .refused()
                .forEach(refusal -> refused.addObject()
                        .put("strategy_id", refusal.strategyId())
                        .put("run_id", refusal.runId())
                        .put("reason", refusal.reason()));
        AtomicFiles.write(file, JsonDocuments.text(document));
    }

    @Override
    public String text(PublishedPlan plan, Instant generatedAt) {
        ObjectNode document = JsonDocuments.generated(generatedAt);
        document.put("as_of", plan.asOf().toString());
        document.put("valid_until", plan.validUntil().toString());
        document.put("equity", plan.equity());
        document.set("config", JsonDocuments.values(plan.config()));
        ObjectNode gates = JsonDocuments.values(plan.gates());
        document.set("gates", gates.put("relaxed", plan.relaxedGates()));
        document.put("empty_reason", plan.emptyReason().orElse(null));
        document.set("portfolio", portfolio(plan.plan().risk()));
        ArrayNode allocations = document.putArray("allocations");
        plan.allocations().forEach(allocation -> allocations.add(allocation(allocation)));
        if (!plan.plan().trades().isEmpty()) {
            ArrayNode trades = document.putArray("trades");
            plan.plan()
                    .trades()
                    .forEach(trade -> trades.addObject()
                            .put("strategy", trade.name())
                            .put("from", trade.from())
                            .put("to", trade.to()));
        }
        if (!plan.plan().notes().isEmpty()) {
            ArrayNode notes = document.putArray("notes");
            plan.plan().notes().forEach(notes::add);
        }
        return JsonDocuments.text(document);
    }

    @Override
    public PublishedPlan load(Path file) {
        return AllocationDocument.read(file);
    }

    private static ObjectNode portfolio(PortfolioRisk risk) {
        ObjectNode node = JsonDocuments.object();
        JsonDocuments.put(node, "expected_vol", risk.expectedVolatility());
        JsonDocuments.put(node, "cvar_95", risk.conditionalValueAtRisk());
        JsonDocuments.put(node, "joint_mc_p95_drawdown", risk.jointDrawdown());
        return node;
    }

    private static ObjectNode allocation(Allocation allocation) {
        ObjectNode node = JsonDocuments.object()
                .put("strategy_id", allocation.forecast().strategyId())
                .put("run_id", allocation.forecast().runId())
                .put("instrument", allocation.forecast().instrument())
                .put("side", allocation.side())
                .put("weight", allocation.weight())
                .put("dollar_risk", allocation.dollarRisk());
        if (allocation.contracts().isPresent()) {
            node.put("contracts", allocation.contracts().getAsLong());
        } else {
            node.putNull("contracts");
        }
        node.put("unit", allocation.unit().key());
        JsonDocuments.put(node, "kelly_raw", allocation.kellyRaw());
        ObjectNode forecast = node.putObject("forecast");
        JsonDocuments.put(forecast, "mu", allocation.forecast().mu());
        JsonDocuments.put(forecast, "sigma", allocation.forecast().sigma());
        JsonDocuments.put(forecast, "cost", allocation.forecast().cost());
        JsonDocuments.put(forecast, "confidence", allocation.forecast().confidence());
        JsonDocuments.put(forecast, "mu_raw", allocation.forecast().muRaw());
        forecast.put("mu_source", allocation.forecast().muSource().key());
        forecast.put("sigma_source", allocation.forecast().sigmaSource().key());
        ArrayNode trail = node.putArray("trail");
        allocation.trail().forEach(step -> {
            ObjectNode each = trail.addObject().put("step", step.step());
            JsonDocuments.put(each, "before", step.before());
            JsonDocuments.put(each, "after", step.after());
            each.put("reason", step.reason());
        });
        return node;
    }
}
