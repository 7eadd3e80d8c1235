package io.argus.app.research;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.StressResult;
import io.argus.research.port.ExperimentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Walk-forwards that traded in fewer than half of their test windows. Each window has a new instance of the strategy, which
 * sees the training days before it and no more: where they are too few for it to warm up, its result is nothing, and looks
 * like one.
 */
final class IdleWindows {

    private IdleWindows() {}

    /** One line for each such trial. */
    static List<String> warnings(List<ExperimentStore.Stored> finished, Pack pack) {
        return finished.stream()
                .map(ExperimentStore.Stored::experiment)
                .filter(Experiment::isWalkForward)
                .filter(trial ->
                        2 * idle(trial, pack) > trial.stress().windows().size())
                .map(trial -> trial.result().strategyId() + ": the walk-forward made no trade in " + idle(trial, pack)
                        + " of its " + trial.stress().windows().size()
                        + " test windows; in each a new instance sees the training days alone, so take more of them"
                        + " (train_days) than the strategy needs to warm up")
                .toList();
    }

    private static long idle(Experiment trial, Pack pack) {
        NavigableSet<LocalDate> entries = trial.result().trades().stream()
                .map(trade -> entryDay(trade, pack))
                .collect(Collectors.toCollection(TreeSet::new));
        List<StressResult.Window> windows = trial.stress().windows();
        long idle = windows.stream()
                .filter(window ->
                        entries.subSet(window.from(), true, window.to(), true).isEmpty())
                .count();
        // What is still held at the end was bought in the last window: the account is closed at each hand-over.
        StressResult.Window last = windows.get(windows.size() - 1);
        boolean heldOnly = trial.result().portfolio().openPositions() > 0
                && entries.subSet(last.from(), true, last.to(), true).isEmpty();
        return heldOnly ? idle - 1 : idle;
    }

    private static LocalDate entryDay(ClosedTrade trade, Pack pack) {
        return pack.findInstrument(trade.symbol())
                .map(Instrument::calendar)
                .orElseGet(TradingCalendar::roundTheClock)
                .dateAt(trade.entryTimeMs());
    }
}
