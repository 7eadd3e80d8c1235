package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.util.List;

/** A whole configuration file. */
public record ResearchConfig(
        @Key(doc = "The market data of a cycle.") PackSection pack,

        @Key(doc = "What became of the price after each bar.")
        OutcomesSection outcomes,

        @Key(doc = "The strategies to run.") List<StrategyEntry> strategies,
        @Key(doc = "The account that every run trades.") ExperimentSection experiment,

        @Key(doc = "How runs are judged, and what becomes of the survivors.")
        EvaluationSection evaluation,

        @Key(doc = "When cycles run.") LoopSection loop) {

    public ResearchConfig {
        strategies = List.copyOf(strategies);
    }
}
