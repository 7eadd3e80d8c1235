package io.argus.app.cli;

import io.argus.app.config.bind.Suggestion;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.port.AllocationStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus explain}. */
@Command(
        name = "explain",
        description = "Tells how each weight of a plan came about, step by step, in words and numbers.",
        footer = {"", "Example:", "  argus explain --allocations logs/allocations.json --strategy sma-cross-SPX"})
final class ExplainCommand implements Runnable {

    private final Terminal base;
    private final AllocationStore store;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--allocations",
            required = true,
            paramLabel = "F",
            description = "The plan, as research or allocate wrote it.")
    private Path allocations = Path.of("");

    @Option(names = "--strategy", paramLabel = "ID", description = "Only this strategy (default: all).")
    private Optional<String> strategy = Optional.empty();

    ExplainCommand(Terminal base, AllocationStore store) {
        this.base = base;
        this.store = store;
    }

    @Override
    public void run() {
        options.terminal(base);
        PublishedPlan plan = store.load(allocations);
        List<Allocation> wanted = plan.allocations().stream()
                .filter(each ->
                        strategy.isEmpty() || each.forecast().strategyId().equals(strategy.get()))
                .toList();
        if (wanted.isEmpty() && strategy.isPresent()) {
            throw unknown(plan, strategy.get());
        }
        base.result(format.json() ? json(plan, wanted) : Explanation.text(plan, wanted));
    }

    private ConfigException unknown(PublishedPlan plan, String id) {
        LinkedHashSet<String> known = plan.allocations().stream()
                .map(each -> each.forecast().strategyId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String near = Suggestion.question(id, known);
        String remedy = near.isEmpty() ? "; it has " + (known.isEmpty() ? "none" : String.join(", ", known)) : near;
        return new ConfigException("--strategy", "no " + id + " in " + allocations + remedy);
    }

    private static String json(PublishedPlan plan, List<Allocation> wanted) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("as_of", plan.asOf().toString());
        document.put("valid_until", plan.validUntil().toString());
        document.put("equity", plan.equity());
        document.put("relaxed", plan.relaxedGates());
        document.put("empty_reason", plan.emptyReason().orElse(null));
        document.put("strategies", wanted.stream().map(ExplainCommand::json).toList());
        return Json.text(document);
    }

    private static Map<String, Object> json(Allocation allocation) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("strategy_id", allocation.forecast().strategyId());
        node.put("run_id", allocation.forecast().runId());
        node.put("instrument", allocation.forecast().instrument());
        node.put("kelly_raw", allocation.kellyRaw());
        node.put("weight", allocation.weight());
        node.put("dollar_risk", allocation.dollarRisk());
        node.put(
                "contracts",
                allocation.contracts().isPresent() ? allocation.contracts().getAsLong() : null);
        node.put("unit", allocation.unit().key());
        node.put(
                "steps",
                allocation.trail().stream()
                        .map(step -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("step", step.step());
                            each.put("before", step.before());
                            each.put("after", step.after());
                            each.put("reason", step.reason());
                            each.put("words", Explanation.sentence(step));
                            return each;
                        })
                        .toList());
        return node;
    }
}
