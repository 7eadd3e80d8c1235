package io.argus.research.ranking;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the runs of a set say about luck together, over the rows that they share.
 *
 * @param observations rows in common
 * @param overfitting of all runs
 * @param overfittingByClass of the runs of each strategy class
 * @param tests whether the best is better than the benchmark
 * @param leftOut runs that are not among them, each with the reason
 */
public record SetSignificance(
        int observations,
        Overfitting overfitting,
        SortedMap<String, Overfitting> overfittingByClass,
        BootstrapTests tests,
        List<String> leftOut) {

    public SetSignificance {
        Objects.requireNonNull(overfitting, "overfitting");
        overfittingByClass = Collections.unmodifiableSortedMap(new TreeMap<>(overfittingByClass));
        Objects.requireNonNull(tests, "tests");
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Probability of backtest overfitting.
     *
     * @param trials compared
     * @param reason why there is no probability; empty where there is one
     */
    public record Overfitting(OptionalDouble probability, int trials, String reason) {}

    /**
     * Reality Check, SPA and StepM.
     *
     * @param figures empty where they cannot be computed
     * @param reason why not; empty where they are
     */
    public record BootstrapTests(Optional<Figures> figures, String reason) {}

    /**
     * The tests' figures.
     *
     * @param realityCheckP of White's test
     * @param statistic of Hansen's test
     * @param blockLength of the draws, expected
     * @param stepDownAlpha error rate of the step-down test
     * @param selected runs that it selects, by strategy and run; empty where it could not be made with so few draws
     */
    public record Figures(
            double realityCheckP,
            double statistic,
            double pLower,
            double pConsistent,
            double pUpper,
            double blockLength,
            int draws,
            double stepDownAlpha,
            Optional<List<String>> selected) {

        public Figures {
            selected = selected.map(List::copyOf);
        }
    }
}
