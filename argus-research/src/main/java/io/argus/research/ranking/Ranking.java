package io.argus.research.ranking;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A set of runs, judged together and put in order; killed ones keep their place and carry their reasons.
 *
 * @param killThresholds by their keys in the configuration
 * @param significance of the set; empty where it is not known
 * @param benchmark what significance subtracts from returns
 * @param ignored artifacts that lay beside and are no part of the set
 * @param notes what a reader must know; may be empty
 */
public record Ranking(
        List<RankedStrategy> strategies,
        Map<ScoreComponent, Double> weights,
        SortedMap<String, Double> killThresholds,
        TrialCount trials,
        Optional<SetSignificance> significance,
        String benchmark,
        List<String> ignored,
        List<String> notes) {

    public Ranking {
        strategies = List.copyOf(strategies);
        Map<ScoreComponent, Double> copy = new EnumMap<>(ScoreComponent.class);
        copy.putAll(weights);
        weights = Collections.unmodifiableMap(copy);
        killThresholds = Collections.unmodifiableSortedMap(new TreeMap<>(killThresholds));
        Objects.requireNonNull(trials, "trials");
        Objects.requireNonNull(significance, "significance");
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
    }
}
