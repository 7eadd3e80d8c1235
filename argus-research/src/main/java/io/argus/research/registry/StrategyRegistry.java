package io.argus.research.registry;

import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets runs in that were not killed and reach the thresholds, and says of every other one why not. Immutable.
 */
public final class StrategyRegistry {

    /** How candidates stand. */
    private static final Comparator<RankedStrategy> ORDER = Comparator.comparingDouble(RankedStrategy::compositeScore)
            .reversed()
            .thenComparing(RankedStrategy::strategyId)
            .thenComparing(RankedStrategy::runId);

    /** A total order over whatever a file of another program repeats. */
    private static final Comparator<RankedStrategy> HIGHEST_RANKED = RankedStrategy.byMerit()
            .thenComparing(RankedStrategy::killed, Comparator.reverseOrder())
            .thenComparingInt(RankedStrategy::rank);

    private final AdmissionRule rule;

    public StrategyRegistry(AdmissionRule rule) {
        this.rule = rule;
    }

    /**
     * @return candidates by composite score, highest first, then by id; the result does not depend on the order of the
     *     runs
     */
    public Admission admit(List<RankedStrategy> ranked) {
        List<RankedStrategy> admitted = new ArrayList<>();
        List<Admission.Refusal> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, String> bestRun = new HashMap<>();
        for (RankedStrategy row : ranked.stream().sorted(HIGHEST_RANKED).toList()) {
            Optional<String> reason = seen.add(new Candidate(row).key())
                    ? shortcoming(row)
                    : Optional.of("the same strategy and run stands in the ranking twice");
            if (reason.isEmpty() && rule.selection() == AdmissionRule.Selection.BEST_PER_STRATEGY) {
                String play =
                        row.strategyId() + "\u0000" + row.tradedInstrument().orElse("");
                String better = bestRun.putIfAbsent(play, row.runId());
                reason = Optional.ofNullable(better)
                        .map(run -> "a better run of the same strategy was admitted: " + run);
            }
            if (reason.isEmpty()) {
                admitted.add(row);
            } else {
                refused.add(new Admission.Refusal(row.strategyId(), row.runId(), reason.get()));
            }
        }
        return new Admission(admitted.stream().sorted(ORDER).map(Candidate::new).toList(), refused);
    }

    private Optional<String> shortcoming(RankedStrategy row) {
        if (row.killed()) {
            return Optional.of(row.kills().stream()
                    .map(Kill::reason)
                    .map(KillReason::key)
                    .distinct()
                    .collect(Collectors.joining(", ", "killed: ", "")));
        }
        if (!(row.compositeScore() >= rule.minCompositeScore())) {
            return Optional.of(
                    below("composite score", row.compositeScore(), "min_composite_score", rule.minCompositeScore()));
        }
        double dsr = row.dsr().orElse(0);
        if (!(dsr >= rule.minDsr())) {
            String what = row.dsr().isPresent() ? "deflated Sharpe ratio" : "missing deflated Sharpe ratio, counted as";
            return Optional.of(below(what, dsr, "min_dsr", rule.minDsr()));
        }
        return Optional.empty();
    }

    private static String below(String what, double value, String threshold, double least) {
        return String.format(Locale.ROOT, "%s %.6f lies below %s %s", what, value, threshold, least);
    }
}
