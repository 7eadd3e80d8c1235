package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.util.List;
import java.util.Optional;

/** A whole configuration file. */
public record ResearchConfig(
        @Key(doc = "The market data of a cycle.") PackSection pack,

        @Key(doc = "What became of the price after each bar.")
        OutcomesSection outcomes,

        @Key(doc = "The strategies to run.") List<StrategyEntry> strategies,
        @Key(doc = "The account that every run trades.") ExperimentSection experiment,

        @Key(doc = "How runs are judged, and what becomes of the survivors.")
        EvaluationSection evaluation,

        @Key(doc = "When cycles run.") LoopSection loop,

        @Key(doc = "What argus run records beside the research loop; nothing when the section is missing.")
        Optional<RecorderSection> recorder) {

    public ResearchConfig {
        strategies = List.copyOf(strategies);
    }

    /** Whether it names neither symbols nor strategies: a file for argus allocate alone, say. */
    public boolean describesNoCycle() {
        return pack.symbols().isEmpty() && strategies.isEmpty();
    }
}
