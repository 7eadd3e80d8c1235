package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.SetSignificance;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code significance} of a ranking: how many trials there were, and what they say about luck together. */
final class SignificanceDocument {

    private SignificanceDocument() {}

    static ObjectNode write(Ranking ranking) {
        ObjectNode node = JsonDocuments.object().put("benchmark", ranking.benchmark());
        node.put("n_trials", ranking.trials().inLedger());
        node.put("n_trials_cycle", ranking.trials().inCycle());
        node.put("n_trials_ledger", ranking.trials().inLedger());
        node.put(
                "ledger_since",
                ranking.trials().ledgerSince().map(Object::toString).orElse(null));
        JsonDocuments.put(node, "n_effective", ranking.trials().effective());
        ranking.significance().ifPresent(set -> write(node, set));
        return node;
    }

    private static void write(ObjectNode node, SetSignificance set) {
        node.put("observations", set.observations());
        JsonDocuments.put(node, "pbo", set.overfitting().probability());
        node.put("pbo_trials", set.overfitting().trials());
        if (!set.overfitting().reason().isEmpty()) {
            node.put("pbo_reason", set.overfitting().reason());
        }
        ObjectNode classes = node.putObject("pbo_by_class");
        set.overfittingByClass().forEach((name, found) -> {
            ObjectNode each = classes.putObject(name);
            JsonDocuments.put(each, "pbo", found.probability());
            each.put("n_trials", found.trials());
            putReason(each, found.reason());
        });
        tests(node, set.tests());
        set.leftOut().forEach(node.putArray("left_out")::add);
    }

    private static void tests(ObjectNode node, SetSignificance.BootstrapTests tests) {
        ObjectNode check = node.putObject("reality_check");
        ObjectNode spa = node.putObject("spa");
        ObjectNode stepDown = node.putObject("stepm");
        if (tests.figures().isEmpty()) {
            JsonDocuments.put(check, "p_value", OptionalDouble.empty());
            for (String key : new String[] {"statistic", "p_lower", "p_consistent", "p_upper"}) {
                JsonDocuments.put(spa, key, OptionalDouble.empty());
            }
            stepDown.putNull("survivors");
            putReason(spa, tests.reason());
            return;
        }
        SetSignificance.Figures figures = tests.figures().get();
        check.put("p_value", figures.realityCheckP());
        spa.put("statistic", figures.statistic())
                .put("p_lower", figures.pLower())
                .put("p_consistent", figures.pConsistent())
                .put("p_upper", figures.pUpper())
                .put("block_length", figures.blockLength())
                .put("bootstrap", figures.draws());
        stepDown.put("alpha", figures.stepDownAlpha());
        figures.selected()
                .ifPresentOrElse(
                        selected -> selected.forEach(stepDown.putArray("survivors")::add),
                        () -> stepDown.putNull("survivors"));
    }

    /** What a ranking says about the whole set; empty where another program does not say it as it is said here. */
    static Optional<SetSignificance> read(JsonNode node) {
        if (!node.path("pbo_by_class").isObject() || !node.path("spa").isObject()) {
            return Optional.empty();
        }
        SortedMap<String, SetSignificance.Overfitting> classes = new TreeMap<>();
        JsonNode told = node.path("pbo_by_class");
        told.properties()
                .forEach(entry -> classes.put(
                        entry.getKey(), overfitting(JsonFields.object(told, entry.getKey()), "n_trials", "reason")));
        return Optional.of(new SetSignificance(
                JsonFields.whole(node, "observations").orElse(0),
                overfitting(node, "pbo_trials", "pbo_reason"),
                classes,
                new SetSignificance.BootstrapTests(figures(node), JsonFields.text(node.path("spa"), "reason", "")),
                JsonFields.texts(node, "left_out")));
    }

    private static SetSignificance.Overfitting overfitting(JsonNode node, String trials, String reason) {
        return new SetSignificance.Overfitting(
                JsonFields.number(node, "pbo"),
                JsonFields.whole(node, trials).orElse(0),
                JsonFields.text(node, reason, ""));
    }

    private static Optional<SetSignificance.Figures> figures(JsonNode node) {
        JsonNode check = node.path("reality_check");
        JsonNode spa = node.path("spa");
        JsonNode stepDown = JsonFields.object(node, "stepm");
        boolean computed = check.path("p_value").isNumber()
                && spa.path("statistic").isNumber()
                && spa.path("p_lower").isNumber()
                && spa.path("p_consistent").isNumber()
                && spa.path("p_upper").isNumber();
        if (!computed) {
            return Optional.empty();
        }
        return Optional.of(new SetSignificance.Figures(
                check.path("p_value").doubleValue(),
                spa.path("statistic").doubleValue(),
                spa.path("p_lower").doubleValue(),
                spa.path("p_consistent").doubleValue(),
                spa.path("p_upper").doubleValue(),
                JsonFields.number(spa, "block_length", 1),
                JsonFields.whole(spa, "bootstrap").orElse(0),
                JsonFields.number(stepDown, "alpha", 0),
                stepDown.path("survivors").isArray()
                        ? Optional.of(JsonFields.texts(stepDown, "survivors"))
                        : Optional.empty()));
    }

    private static void putReason(ObjectNode node, String reason) {
        if (!reason.isEmpty()) {
            node.put("reason", reason);
        }
    }
}
