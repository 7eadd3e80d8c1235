package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.ranking.Ranking;
import io.argus.domain.ranking.SetSignificance;
import java.util.OptionalDouble;

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

    private static void putReason(ObjectNode node, String reason) {
        if (!reason.isEmpty()) {
            node.put("reason", reason);
        }
    }
}
