package io.argus.app.research;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.Grid;
import io.argus.app.config.PackSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.config.StrategyEntry;
import io.argus.app.config.bind.Problems;
import io.argus.replay.outcome.OutcomeEngine;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be wrong with a config file whose every section is right: what its sections say of each other. Problems are
 * put to those of the file.
 */
final class PlanChecks {

    private final ConfigFile file;
    private final ResearchConfig config;
    private final Problems problems;

    PlanChecks(ConfigFile file) {
        this.file = file;
        config = file.config();
        problems = file.problems();
    }

    /** Whether the section is there and has not been taken over, so that its default stands in its place. */
    boolean refusedPack() {
        return config.pack().symbols().isEmpty()
                && !file.place("pack.symbols[0]").equals(file.place("pack.symbols"));
    }

    void requireMarketData() {
        PackSection pack = config.pack();
        if (pack.symbols().isEmpty()) {
            problems.add(file.place("pack.symbols"), "pack.symbols names no symbol");
        }
        if (config.strategies().isEmpty()) {
            problems.add(file.place("strategies"), "strategies names no strategy");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pack.symbols().size(); i++) {
            String symbol = pack.symbols().get(i);
            if (!seen.add(symbol)) {
                problems.add(file.place("pack.symbols[" + i + "]"), symbol + " stands here twice");
            }
            if (pack.bars().flatMap(files -> files.find(symbol)).isEmpty()) {
                problems.add(file.place("pack.bars"), "pack.bars names no file for " + symbol);
            }
        }
        List<Duration> horizons = config.outcomes().horizons();
        for (int i = 0; i < horizons.size(); i++) {
            if (!fits(horizons.get(i))) {
                problems.add(
                        file.place("outcomes.horizons[" + i + "]"),
                        "a horizon is whole seconds, at least a bar long, and whole days for daily bars of an exchange");
            }
        }
    }

    private boolean fits(Duration horizon) {
        return horizon.toMillis() % 1_000 == 0
                && OutcomeEngine.fits(
                        horizon.toSeconds(),
                        config.pack().barDuration().toMillis(),
                        config.experiment().market().calendar());
    }

    /** A run on a symbol that the pack has not would fail at its first decision. */
    void requireSymbols(List<StrategyGrid> strategies, List<String> symbols) {
        for (StrategyGrid strategy : strategies) {
            for (Grid grid : List.of(strategy.fixed(), strategy.sweep())) {
                Optional.ofNullable(grid.axes().get("symbol")).ifPresent(axis -> requireSymbols(axis, symbols));
            }
        }
    }

    private void requireSymbols(Grid.Axis axis, List<String> symbols) {
        for (Object symbol : axis.values()) {
            if (!symbol.toString().isEmpty() && !symbols.contains(symbol.toString())) {
                problems.add(axis.place(), "the pack has no symbol " + symbol + "; it has " + symbols);
            }
        }
    }

    /** Each setting may be right and the calendar still not know the days that they lead to. */
    void requireMarkets() {
        List<StrategyEntry> entries = config.strategies();
        for (int i = 0; i < entries.size(); i++) {
            try {
                entries.get(i)
                        .synthetic()
                        .ifPresent(
                                section -> section.settings(config.experiment().market()));
            } catch (IllegalArgumentException e) {
                problems.add(file.place("strategies[" + i + "].synthetic"), String.valueOf(e.getMessage()));
            }
        }
    }
}
