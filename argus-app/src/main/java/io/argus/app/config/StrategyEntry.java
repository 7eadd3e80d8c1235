package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.util.Optional;

/** A strategy to run. */
public record StrategyEntry(
        @Key(doc = "The strategy's name, as argus strategies lists it.")
        String strategyClass,

        @Key(
                doc = "What its runs are called: letters, digits, dots, dashes and underscores. When missing: the"
                        + " name in lower case with dashes, and the symbols.")
        Optional<String> id,

        @Key(doc = "Parameters that every run has; those of neither map have their defaults.")
        Params params,

        @Key(
                doc = "Parameters to try: every combination is a run, the last parameter varies fastest. A range"
                        + " is {min, max, step} or {min, max, num_steps}, the latter with num_steps + 1 values;"
                        + " round gives the digits after the point.")
        Grid sweep,

        @Key(
                doc =
                        "Runs it on a synthetic market instead of the pack: SYNTHETIC, with option chains. Such runs are ranked"
                                + " among themselves and never funded. null: the pack.")
        Optional<SyntheticSection> synthetic) {}
