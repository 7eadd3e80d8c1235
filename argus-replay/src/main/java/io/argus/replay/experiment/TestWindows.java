package io.argus.replay.experiment;

import io.argus.domain.returns.DailyReturns;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.StressResult;
import io.argus.research.experiment.StressSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a run's days gave over the test windows of a walk-forward. Windows in which there are no data of what it traded are
 * none of it.
 *
 * @param dates of all days
 * @param daily of the last ones of them
 * @param own days on which there are data of what it traded
 * @param startingEquity when the first of the daily returns began
 * @param chosen by window, the run that traded it
 */
record TestWindows(
        List<StressSettings.WalkForward.Days> windows,
        List<LocalDate> dates,
        DailyReturns daily,
        List<LocalDate> own,
        double startingEquity,
        List<Optional<String>> chosen) {

    /** Slices of a run's own days. */
    static TestWindows slices(StressSettings.WalkForward asked, ReplayResult run, List<LocalDate> own) {
        DailyReturns daily = run.dailyReturns();
        List<StressSettings.WalkForward.Days> windows = asked.over(daily.size());
        return new TestWindows(
                windows,
                daily.dates(),
                daily,
                own,
                run.startingEquity(),
                Collections.nCopies(windows.size(), Optional.empty()));
    }

    List<StressResult.Window> results() {
        int missing = dates.size() - daily.size();
        double[] equity = new double[daily.size() + 1];
        equity[0] = startingEquity;
        for (int i = 0; i < daily.size(); i++) {
            equity[i + 1] = equity[i] * (1 + daily.at(i));
        }
        List<StressResult.Window> results = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            StressSettings.WalkForward.Days window = windows.get(i);
            if (!isOwn(window)) {
                continue;
            }
            results.add(new StressResult.Window(
                    dates.get(window.trainFrom()),
                    dates.get(window.from()),
                    dates.get(window.to() - 1),
                    equity[window.to() - missing] - equity[window.from() - missing],
                    chosen.get(i)));
        }
        return results;
    }

    private boolean isOwn(StressSettings.WalkForward.Days window) {
        return !own.isEmpty()
                && !dates.get(window.to() - 1).isBefore(own.get(0))
                && !dates.get(window.from()).isAfter(own.get(own.size() - 1));
    }
}
